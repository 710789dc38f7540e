/** S80 S84: who may touch the audit. Rows and links are added and read; nobody changes or deletes one. */
import { parse } from 'yaml'
import { textOf } from '../support/source-files'

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
}
interface Resource {
  Type: string
  Properties: {
    DeletionProtectionEnabled?: boolean
    PointInTimeRecoverySpecification?: object
    Policies?: { PolicyDocument: { Statement: Statement[] } }[]
  }
}
const { Resources } = (
  parse(textOf('serverless.yml')) as { resources: { Resources: Record<string, Resource> } }
).resources
const roles = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role')

/** What each role may do on a table, by role. */
const rightsOn = (table: string): Record<string, string[]> =>
  Object.fromEntries(
    roles.flatMap(([role, { Properties }]) => {
      const actions = (Properties.Policies ?? [])
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .filter(({ Resource }) => JSON.stringify(Resource).includes(`["${table}","Arn"]`))
        .flatMap(({ Action }) => Action)
      return actions.length > 0 ? [[role, [...new Set(actions)].sort()]] : []
    }),
  )

test('rows: whoever writes adds its row; the application, the watch, and who counts acts at night read them', () => {
  const { ApiRole, WatchSealingRole, CountContactsRole, AskRatingsRole, ReconcileRatingsRole, ...others } =
    rightsOn('AuditTable')
  for (const role of [ApiRole, AskRatingsRole, ReconcileRatingsRole])
    expect(role).toEqual(['dynamodb:PutItem', 'dynamodb:Query'])
  for (const role of [WatchSealingRole, CountContactsRole]) expect(role).toEqual(['dynamodb:Query'])
  expect(Object.keys(others).length).toBeGreaterThan(2)
  for (const actions of Object.values(others)) expect(actions).toEqual(['dynamodb:PutItem'])
})

test('links: only the sealer adds one', () => {
  const read = ['dynamodb:Query']
  expect(rightsOn('AuditChainTable')).toEqual({
    ApiRole: read,
    KeepHeadsRole: read,
    SealRowsRole: ['dynamodb:PutItem', 'dynamodb:Query'],
    WatchSealingRole: read,
  })
})

test('heads: only the job of the evening adds one, and nothing of the application reads them', () => {
  expect(rightsOn('AuditHeadsTable')).toEqual({ KeepHeadsRole: ['dynamodb:PutItem'] })
})

test('no role reaches every table, and none may change what the three hold', () => {
  const statements = roles.flatMap(([, { Properties }]) =>
    (Properties.Policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
  )
  const onTables = statements.filter(({ Action }) =>
    [Action].flat().some((action) => /^dynamodb:(?!ListStreams)/.test(action)),
  )
  const unnamed = onTables.flatMap(({ Resource }) =>
    [Resource].flat().filter((one) => !JSON.stringify(one).includes('"Fn::GetAtt"')),
  )
  expect([onTables.length > 20, unnamed]).toEqual([true, []])
  const changing = /Update|Delete|Batch|PartiQL|Restore|Import|\*/
  const changers = ['AuditTable', 'AuditChainTable', 'AuditHeadsTable'].flatMap((table) =>
    Object.entries(rightsOn(table)).filter(([, actions]) => actions.some((action) => changing.test(action))),
  )
  expect(changers).toEqual([])
})

test('the tables themselves stay, and any second of the last 35 days can be put beside them', () => {
  for (const table of ['AuditTable', 'AuditChainTable', 'AuditHeadsTable'])
    expect(Resources[table]).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    })
})

test('alarms wait for the very words that the code says', () => {
  const code = textOf('functions/audit/seal-rows.stream.ts') + textOf('functions/audit/watch-sealing.job.ts')
  for (const [filter, group] of [
    ['AuditTouchedFilter', 'SealRowsLogGroup'],
    ['SealingLagFilter', 'WatchSealingLogGroup'],
  ] as const) {
    const { FilterPattern, LogGroupName } = Resources[filter]!.Properties as unknown as {
      FilterPattern: string
      LogGroupName: { Ref: string }
    }
    expect(LogGroupName.Ref).toBe(group)
    expect(code).toContain(`'${/"([^"]+)"/.exec(FilterPattern)?.[1]}'`)
  }
})
