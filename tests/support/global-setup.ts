import { join } from 'node:path'
import { buildCatalogue } from '../../functions/catalogue/build-catalogue'

/** The catalogue is a build product: made once before the tests, from the data as it stands. */
export default (): void => {
  buildCatalogue(join(__dirname, '../../.build/catalogue'))
}
