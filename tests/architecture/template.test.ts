/** serverless.yml against the code: tables, handlers, timers, rights. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { planOf, readTemplate } from '../../functions/local/plan'
import { isDue } from '../../functions/local/schedule'
import { testEnvironment } from '../support/environment'
import { filesIn, root, textOf } from '../support/source-files'

interface Statement {
  Action: string | string[]
  Resource: unknown
  Condition?: { StringEquals: Record<string, string | string[]> }
}
interface Resource {
  Type: string
  DeletionPolicy?: string
  Properties: Record<string, unknown> & { Policies?: { PolicyDocument: { Statement: Statement[] } }[] }
}
interface Written {
  provider: { runtime: string; environment: Record<string, string> }
  functions: Record<
    string,
    { handler: string; role: string; package: { artifact: string }; events: unknown[] }
  >
  resources: { Resources: Record<string, Resource> }
}

const text = textOf('serverless.yml')
const written = parse(text) as Written
const resources = Object.entries(written.resources.Resources)
const ofType = (type: string) => resources.filter(([, { Type }]) => Type === type)
const entries = filesIn('functions')
  .filter((file) => /\.(job|stream|bucket)\.ts$/.test(file))
  .map((file) => basename(file, '.ts'))

test('tables are those of the models: keys, indexes, projections, expiry, stream', async () => {
  testEnvironment('http://127.0.0.1:1')
  await import('../../functions/endpoints')
  const { tables } = await import('../../functions/platform/dynamo')
  const byName = (one: { AttributeName?: string }, two: { AttributeName?: string }) =>
    String(one.AttributeName).localeCompare(String(two.AttributeName))
  const models = await Promise.all(
    [...tables.values()].map(async ({ id, streamed, expires, definition }) => {
      const { AttributeDefinitions = [], KeySchema, BillingMode, GlobalSecondaryIndexes } = await definition()
      return {
        TableName: `\${self:custom.tables}${id}`,
        BillingMode,
        AttributeDefinitions: [...AttributeDefinitions].sort(byName),
        KeySchema,
        GlobalSecondaryIndexes,
        TimeToLiveSpecification: expires ? { AttributeName: expires, Enabled: true } : undefined,
        StreamSpecification: streamed ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : undefined,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        DeletionProtectionEnabled: true,
      }
    }),
  )
  const inTemplate = ofType('AWS::DynamoDB::Table').map(([, { Properties }]) => ({
    ...Properties,
    AttributeDefinitions: [...(Properties.AttributeDefinitions as { AttributeName: string }[])].sort(byName),
  }))
  const byTable = (one: object, two: object) => JSON.stringify(one).localeCompare(JSON.stringify(two))
  expect(models.length).toBeGreaterThan(5)
  expect(inTemplate.sort(byTable)).toEqual(JSON.parse(JSON.stringify(models.sort(byTable))))
  expect(ofType('AWS::DynamoDB::Table').every(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')).toBe(
    true,
  )
})

test('every handler of the template is in the code, and every job, stream and bucket of the code is in the template', () => {
  const { jobs, streams, onCreated } = planOf(readTemplate(join(root, 'serverless.yml')))
  const inTemplate = [
    ...jobs.map(({ name }) => `${name}.job`),
    ...streams.map(({ name }) => `${name}.stream`),
    `${onCreated}.bucket`,
  ]
  expect(inTemplate.sort()).toEqual([...entries].sort())
  const names = Object.values(written.functions).map(({ package: { artifact } }) =>
    basename(artifact, '.zip'),
  )
  expect(names.sort()).toEqual(['api', ...entries.map((entry) => entry.replace(/\..*$/, ''))].sort())
  for (const { handler } of Object.values(written.functions)) expect(handler).toBe('index.handler')
})

test('timers are in China time and can be told when they are due; streams give up, aside, in time', () => {
  const { jobs, streams } = planOf(readTemplate(join(root, 'serverless.yml')))
  for (const { schedule } of jobs) expect(() => isDue(schedule, new Date(0))).not.toThrow()
  const events = Object.values(written.functions).flatMap((each) => each.events) as Record<
    string,
    Record<string, unknown>
  >[]
  for (const { schedule } of events) if (schedule) expect(schedule.timezone).toBe('Asia/Shanghai')
  for (const { stream } of events)
    if (stream)
      expect(stream).toMatchObject({
        bisectBatchOnFunctionError: true,
        functionResponseType: 'ReportBatchItemFailures',
        maximumRetryAttempts: 5,
        destinations: { onFailure: { type: 'sqs', arn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } } },
      })
  expect(streams.map(({ table }) => table)).toEqual(expect.arrayContaining(['follow-ups', 'audit']))
})

const statementsOf = (role: string): Statement[] =>
  (written.resources.Resources[role]?.Properties.Policies ?? []).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  )

test('S84: each function may unwrap the keys it says it uses; who opens no personal data, no data key', () => {
  const usesOf = (entry: string): string[] => {
    const source = textOf(filesIn('functions').find((file) => basename(file, '.ts') === entry) ?? '')
    if (entry === 'api') return ['data', 'index']
    if (!source.includes('withKeys(')) return []
    return source.includes("['index']") ? ['index'] : ['data', 'index']
  }
  for (const { role, package: packed } of Object.values(written.functions)) {
    const name = basename(packed.artifact, '.zip')
    const entry = entries.find((each) => each.replace(/\..*$/, '') === name) ?? name
    const allowed = statementsOf(role).filter(({ Action }) =>
      [Action].flat().some((one) => one.startsWith('kms:')),
    )
    const uses = allowed.flatMap(({ Action, Resource, Condition }) => {
      expect([Action, Resource]).toEqual(['kms:Decrypt', { 'Fn::GetAtt': ['MasterKey', 'Arn'] }])
      expect(Condition?.StringEquals['kms:EncryptionContext:product']).toBe('one-window')
      return [Condition?.StringEquals['kms:EncryptionContext:use']].flat()
    })
    expect([name, uses]).toEqual([name, usesOf(entry)])
  }
})

test('S68: who keeps the keys reads whole the tables that hold sealed values, no other; the key is kept', async () => {
  testEnvironment('http://127.0.0.1:1')
  const { sealingTables } = await import('../../functions/reseal')
  const scans = statementsOf('KeysRole').find(({ Action }) => Action.includes('dynamodb:Scan'))
  const named = (scans?.Resource as { 'Fn::GetAtt': [string, string] }[]).map(
    ({ 'Fn::GetAtt': [name] }) => name,
  )
  const ids = named.map(
    (name) => String(written.resources.Resources[name]?.Properties.TableName).split('}')[1],
  )
  expect(ids.sort()).toEqual([...sealingTables].sort())
  expect(ofType('AWS::KMS::Key')).toMatchObject([
    ['MasterKey', { DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } }],
  ])
  const { doesNotBelong } = await import('../../functions/platform/crypto')
  expect(ofType('AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties.FilterPattern)).toContain(
    `"${doesNotBelong}"`,
  )
})

test('each function has a role of its own; none may scan, do anything, or delete a table', () => {
  const roles = Object.values(written.functions).map(({ role }) => role)
  expect(new Set(roles).size).toBe(roles.length)
  expect(
    ofType('AWS::IAM::Role')
      .map(([name]) => name)
      .sort(),
  ).toEqual([...roles, 'KeysRole'].sort())
  const statements = roles.flatMap(statementsOf)
  const actions = statements.flatMap(({ Action }) => [Action].flat())
  expect(actions.filter((action) => /\*|Scan|Table$/.test(action))).toEqual([])
  const everywhere = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action)
  expect([...new Set(everywhere)]).toEqual(['dynamodb:ListStreams'])
})

test('no secret, no partition and no account is written down', () => {
  expect(text).not.toMatch(/arn:aws/)
  expect(text).not.toMatch(/\b\d{12}\b/)
  const { STAGE, SESSION_SECRET, DATA_KEYS, INDEX_KEY, MASTER_KEY } = written.provider.environment
  expect(STAGE).toBe('production')
  for (const value of [SESSION_SECRET, DATA_KEYS, INDEX_KEY])
    expect(value).toMatch(/^\$\{self:custom\.secret\}/)
  expect(MASTER_KEY).toBeUndefined()
})

test('it packages offline, from the bundles that the tests run, without an error of the validator', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['functions/package.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout.trim().split('\n').at(-1)).toMatch(/: 0 errors/)
  const template = JSON.parse(textOf('.build/serverless/cloudformation-template-update-stack.json')) as {
    Resources: Record<string, Resource>
  }
  const deployed = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function')
  expect(deployed).toHaveLength(entries.length + 1)
  expect(JSON.stringify(template)).not.toMatch(/arn:aws:/)
  expect(existsSync(join(root, '.build/packages/local.zip'))).toBe(false)
}, 120_000)
