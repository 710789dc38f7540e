/** Why a local run did not start, in one Chinese line that says what to do next. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
