/** A row for what a test writes by itself. Must be called after the environment is set. */
export async function aRow() {
  const { audited, bySystem } = await import('../../functions/platform/audit')
  return audited(bySystem('test', new Date('2026-11-24T07:00:00+08:00')), { object: 'test:1' })
}
