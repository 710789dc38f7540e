/** Every write has its row; the rows of a hall stand in one chain, each once, whoever seals and however often. */
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { seeded } from '../../support/seeded'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'

const MORNING = '2026-11-24T07:00:00+08:00'

let app: LocalApp
let director: Person
let clerk: Person
let sealer: typeof import('../../../functions/audit/seal-rows.stream')
let dynamo: typeof import('../../../functions/platform/dynamo')
let audit: typeof import('../../../functions/platform/audit')
let verify: typeof import('../../../functions/audit/verify')
beforeAll(async () => {
  app = await startLocalApp()
  sealer = await import('../../../functions/audit/seal-rows.stream')
  dynamo = await import('../../../functions/platform/dynamo')
  audit = await import('../../../functions/platform/audit')
  verify = await import('../../../functions/audit/verify')
  director = await app.as('director', '陈国华')
  clerk = await app.as('window-staff', '李秀兰')
})
afterAll(() => app.stop())

type Row = Record<string, string>
const allRows = async (): Promise<Row[]> =>
  ((await dynamo.database.send(new ScanCommand({ TableName: audit.auditTable.name }))).Items ?? []) as Row[]
const recordOf = (row: Row, place: number) => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: String(place),
    NewImage: Object.fromEntries(Object.entries(row).map(([name, S]) => [name, { S }])),
  },
})
const sealAll = async (rows?: Row[]) =>
  sealer.sealRows((rows ?? (await allRows())).map(recordOf), new Date(MORNING))
const addRow = (hallId: string, n: number, at = MORNING) =>
  dynamo.transact([], audit.audited(audit.bySystem('test', new Date(at)), { hallId, object: `n:${n}` }))
/** Later than every row may wait. */
const later = new Date('2026-11-24T09:00:00+08:00')

describe('reading', () => {
  test('S81 who, when, where, what, on what, by which request; reading leaves a row too', async () => {
    const { body } = await clerk.post('/desk/cases', {
      serviceId: 'jiuye-kunnan',
      applicant: { name: '刘桂英', idNumber: '430423196402297710' },
    })
    const read = () => director.get('/audit?hallId=yonghe&date=2026-11-24')
    const { rows } = (await read()).body
    const row = rows.find(({ object }: Row) => object === `case:${body.caseId}`)
    expect(row).toMatchObject({
      hallId: 'yonghe',
      by: clerk.personId,
      role: 'window-staff',
      action: '收件',
      at: '2026-11-23T23:00:00.000Z',
    })
    expect(row.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(row.after).toMatch(/^[\w-]{22}$/)
    expect(JSON.stringify(rows)).not.toMatch(/刘桂英|4304231964/)
    const again = (await read()).body.rows
    expect(again.filter(({ action }: Row) => action === '审计记录')).not.toHaveLength(0)
  })

  test('S29 fifty at a time, one hall at a time; what an inspector reads is noted', async () => {
    for (let n = 0; n < 60; n++) await addRow('yonghe', n)
    const inspector = await app.as('inspector', '纪检员')
    const first = (await inspector.get('/audit?hallId=yonghe&date=2026-11-24')).body
    expect(first.rows).toHaveLength(50)
    const second = (await inspector.get(`/audit?hallId=yonghe&date=2026-11-24&cursor=${first.cursor}`)).body
    expect(second.rows.length).toBeGreaterThan(0)
    const ids = [...first.rows, ...second.rows].map(({ rowId }: Row) => rowId)
    expect([new Set(ids).size, [...ids].sort()]).toEqual([ids.length, ids])
    expect((await allRows()).filter(({ by }) => by === inspector.personId)).not.toHaveLength(0)
    expect((await inspector.get('/audit?hallId=kaiyun&date=2026-11-24')).body.code).toBe('not-found')
    expect((await inspector.get('/audit/state?hallId=kaiyun')).body.code).toBe('not-found')
    expect((await inspector.get('/audit?hallId=yonghe&date=2026-11-31')).status).toBe(400)
  })

  test('S80 how far it is sealed, and how long the oldest row waits, whatever the day; a few read units', async () => {
    const state = async (at: string) => {
      app.setNow(at)
      const person = await app.as('director', '陈国华', 'baiguo')
      const { body, headers } = await person.get('/audit/state?hallId=baiguo')
      const [, read] = /read=([\d.]+)/.exec(headers.get('consumed-units') ?? '') ?? []
      expect(Number(read)).toBeLessThanOrEqual(6)
      return body
    }
    expect(await state('2026-11-24T05:00:00+08:00')).toEqual({ length: 0, lagSeconds: 0 })
    for (let n = 0; n < 70; n++) await addRow('baiguo', n, '2026-11-24T06:00:00+08:00')
    await sealAll()
    expect(await state('2026-11-24T07:00:00+08:00')).toEqual({
      length: 1,
      lagSeconds: 0,
      sealedAt: '2026-11-23T23:00:00.000Z',
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    await sealAll()
    await addRow('baiguo', 71, '2026-11-24T23:58:00+08:00')
    expect((await state('2026-11-25T00:04:00+08:00')).lagSeconds).toBe(360)
    await sealAll()
    expect((await state('2026-11-25T00:04:00+08:00')).lagSeconds).toBe(0)
    app.setNow(MORNING)
  })

  test('S80 the watch also sees a row that the links passed over', async () => {
    const { watchSealing } = await import('../../../functions/audit/watch-sealing.job')
    await addRow('donghu', 1, '2026-11-26T09:00:00+08:00')
    const passedOver = (await allRows()).find(({ hallId }) => hallId === 'donghu')!
    await addRow('donghu', 2, '2026-11-26T09:01:00+08:00')
    await sealAll((await allRows()).filter(({ rowId }) => rowId !== passedOver.rowId))
    expect(await watchSealing(new Date('2026-11-26T09:04:00+08:00'))).toBe(0)
    expect(await watchSealing(new Date('2026-11-26T09:07:00+08:00'))).toBe(420)
    await sealAll([passedOver])
    expect(await watchSealing(new Date('2026-11-26T09:07:00+08:00'))).toBe(0)
  })
})

describe('the chain', () => {
  test('S80 a thousand rows of three halls, in batches at random, many twice and many at once: each in one link', async () => {
    const halls = ['xinqiao', 'kaiyun', 'changjiang']
    const random = seeded(7)
    await Promise.all(Array.from({ length: 1000 }, (_, n) => addRow(halls[n % 3]!, n)))
    const rows = (await allRows()).filter(({ hallId }) => halls.includes(hallId!))
    const deliveries = [...rows, ...rows.filter(() => random() < 0.3)].sort(() => random() - 0.5)
    const batches: Row[][] = []
    while (deliveries.length > 0) batches.push(deliveries.splice(0, 1 + Math.floor(random() * 100)))
    for (let at = 0; at < batches.length; at += 4) {
      const outcomes = await Promise.all(batches.slice(at, at + 4).map((batch) => sealAll(batch)))
      for (const [place, { batchItemFailures }] of outcomes.entries())
        if (batchItemFailures.length > 0) await sealAll(batches[at + place])
    }
    for (const hallId of halls) {
      const verified = await verify.verifyChain(hallId, later)
      expect([verified.findings, verified.rows]).toEqual([
        [],
        rows.filter((row) => row.hallId === hallId).length,
      ])
    }
  }, 60_000)

  test('S80 in the database: an edit, a deletion, an insertion and a cut tail are found with their place', async () => {
    await sealAll()
    const { keepHeads } = await import('../../../functions/audit/keep-heads.job')
    expect(await keepHeads(later)).toBeGreaterThan(2)
    expect(await keepHeads(later)).toBe(0)
    const findings = async () => (await verify.verifyChain('yonghe', later)).findings
    expect(await findings()).toEqual([])
    const rows = (await allRows()).filter(({ hallId }) => hallId === 'yonghe')
    const TableName = audit.auditTable.name
    const put = (Item: object) => dynamo.database.send(new PutCommand({ TableName, Item: Item as Row }))
    const [edited, deleted] = [rows[3]!, rows[7]!]

    await put({ ...edited, by: 's_somebody-else' })
    expect(await findings()).toMatchObject([
      { kind: 'row-edited', seq: expect.any(Number), rowId: edited.rowId },
    ])
    await put(edited)

    const Key = { hallDay: deleted.hallDay, rowId: deleted.rowId }
    await dynamo.database.send(new DeleteCommand({ TableName, Key }))
    expect(await findings()).toMatchObject([{ kind: 'row-deleted', rowId: deleted.rowId }])
    await put(deleted)

    const inserted: Row = { ...edited, rowId: `${edited.at}.inserted` }
    await put(inserted)
    expect(await findings()).toMatchObject([{ kind: 'row-inserted', rowId: inserted.rowId }])
    await dynamo.database.send(
      new DeleteCommand({ TableName, Key: { hallDay: inserted.hallDay, rowId: inserted.rowId } }),
    )

    const { findHead } = await import('../../../functions/audit/chain-store')
    const head = (await findHead('yonghe'))!
    await dynamo.database.send(
      new DeleteCommand({ TableName: 'test-audit-chain', Key: { hallId: 'yonghe', seq: head.seq } }),
    )
    const cut = await findings()
    expect(cut).toContainEqual({ kind: 'tail-cut', hallId: 'yonghe', seq: head.seq })
    await dynamo.database.send(new PutCommand({ TableName: 'test-audit-chain', Item: head }))
    expect(await findings()).toEqual([])
    const noted = async (hash: string) =>
      (await verify.verifyChain('yonghe', later, { noted: [hash] })).findings
    expect(await noted(head.hash)).toEqual([])
    expect(await noted('f'.repeat(64))).toEqual([{ kind: 'head-unknown', hallId: 'yonghe' }])
  })

  test('what cannot be sealed is reported from its first record, and sealed when it comes again', async () => {
    await sealAll()
    await addRow('yonghe', 1)
    await addRow('yonghe', 2)
    dynamo.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'PutItemCommand') throw new Error('injected')
        return next(args)
      },
      { step: 'initialize', name: 'injected' },
    )
    const rows = (await allRows()).filter(({ hallId }) => hallId === 'yonghe')
    const failed = await sealAll(rows)
    dynamo.client.middlewareStack.remove('injected')
    expect(failed).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] })
    expect(await sealAll(rows)).toEqual({ batchItemFailures: [] })
    expect((await verify.verifyChain('yonghe', later)).findings).toEqual([])
  })

  test('S80 a row that changes or goes is a security event, and holds nothing up', async () => {
    const { log } = await import('../../../functions/platform/log')
    const said = jest.spyOn(log, 'error').mockReturnValue()
    const touched = { Keys: { rowId: { S: 'touched' } } }
    const Records = [
      { eventName: 'MODIFY', dynamodb: touched },
      { eventName: 'REMOVE', dynamodb: touched },
      { eventName: 'INSERT', dynamodb: {} },
    ]
    expect(await sealer.handler({ Records })).toEqual({ batchItemFailures: [] })
    expect(said.mock.calls).toEqual(
      ['MODIFY', 'REMOVE'].map((eventName) => [sealer.rowTouched, { eventName, rowId: 'touched' }]),
    )
    said.mockRestore()
  })
})
