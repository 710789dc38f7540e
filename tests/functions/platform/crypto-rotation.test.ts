/** S65 over HTTP, and S68: keys change while the product is in use; what was sealed stays readable and moves on. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { filesIn, textOf } from '../../support/source-files'
import { everyItem } from '../../support/bookings'
import { testDataKeys } from '../../support/environment'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase } from '../cases/a-case'

let app: LocalApp
let resident: Person
let other: Person
let clerk: Person
const servers: Server[] = []

beforeAll(async () => {
  app = await startLocalApp()
  app.setNow('2026-11-24T09:00:00+08:00')
  resident = await app.as('resident', '刘桂英')
  other = await app.as('resident', '周敏')
  clerk = await app.as('window-staff', '李秀兰')
  for (const owner of [resident, other, resident, other]) {
    const { caseId } = await aCase(clerk, ['accept', 'conclude', 'issue'], { owner })
    await owner.post(`/cases/${caseId}/ratings`, { contact: 1, level: 'satisfied', text: '等了一上午' })
  }
  await aCase(clerk, ['decline'])
}, 60_000)
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await app.stop()
})

/** Another copy of the product on the same database, started with these data keys. */
async function instance(...keyIds: string[]) {
  jest.resetModules()
  process.env.DATA_KEYS = testDataKeys(...keyIds)
  const { createHandler } = await import('../../../functions/api')
  const { localServer } = await import('../../../functions/local/http')
  const server = localServer(createHandler(() => new Date('2026-11-24T09:05:00+08:00')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...(await import('../../../functions/reseal')),
    ...(await import('../../../functions/platform/dynamo')),
    ...(await import('../../../functions/platform/crypto')),
    log: (await import('../../../functions/platform/log')).log,
    seen: async (who: Person, path: string) => {
      const answer = await fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${who.token}` } })
      return { status: answer.status, body: await answer.json() }
    },
  }
}
type Instance = Awaited<ReturnType<typeof instance>>

/** Everything that shows something sealed. */
const everythingSeen = async ({ seen }: Pick<Instance, 'seen'>) => {
  const mine = await Promise.all([resident, other].map((who) => seen(who, '/cases')))
  const of = (who: Person, at: number) =>
    (mine[at]!.body.cases as { caseId: string }[]).flatMap(({ caseId }) => [
      seen(who, `/cases/${caseId}`),
      seen(clerk, `/cases/${caseId}`),
      seen(who, `/cases/${caseId}/ratings`),
    ])
  return Promise.all([
    ...mine,
    ...of(resident, 0),
    ...of(other, 1),
    ...['under-way', 'ended'].map((list) => seen(clerk, `/desk/cases?hallId=yonghe&list=${list}`)),
    ...[resident, other].flatMap((who) => [seen(who, '/me'), seen(who, '/bookings')]),
  ])
}

const sealedInside = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"((?:g1|s1)\.[a-z0-9]+:[^"]+)"/g)].map(([, sealed]) => sealed!)
const allSealed = async (tables: readonly string[]): Promise<string[]> =>
  (await Promise.all(tables.map(everyItem))).flatMap(sealedInside)
const keysOf = (sealed: string[]) => [...new Set(sealed.map((each) => each.split(':')[0]))].sort()

test('S65: a value copied to another person is our fault, reported, and tells nothing', async () => {
  const { database, tables, log, seen, doesNotBelong } = await instance('k1')
  const [one, two] = (await everyItem('cases')).filter(({ part, ownerId }) => part === 'head' && ownerId)
  const reported = jest.spyOn(log, 'error').mockImplementation(() => undefined)
  const put = (name: unknown) =>
    database.send(
      new UpdateCommand({
        TableName: tables.get('cases')!.name,
        Key: { caseId: two!.caseId, part: 'head' },
        UpdateExpression: 'SET applicantName = :name',
        ExpressionAttributeValues: { ':name': name },
      }),
    )
  await put(one!.applicantName)
  const answer = await seen(clerk, `/cases/${two!.caseId}`)
  expect([answer.status, answer.body.code]).toEqual([500, 'our-fault'])
  expect(JSON.stringify(answer.body)).not.toMatch(/刘桂英|applicantName|g1\./)
  expect(reported).toHaveBeenCalledWith(doesNotBelong, {
    table: 'cases',
    key: `${two!.caseId}.head`,
    field: 'applicantName',
  })
  await put(two!.applicantName)
  expect((await seen(clerk, `/cases/${two!.caseId}`)).status).toBe(200)
  jest.restoreAllMocks()
})

test('S68: old and new run side by side, each reads what the other seals', async () => {
  // known everywhere before it seals anywhere
  const old = await instance('k2', 'k1')
  const fresh = await instance('k1', 'k2')
  expect(await everythingSeen(fresh)).toEqual(await everythingSeen(old))
  const place = { table: 'cases', key: 'a', field: 'note' }
  expect(old.open(fresh.seal('新', place), place)).toBe('新')
  expect(fresh.open(old.seal('旧', place), place)).toBe('旧')
  expect(fresh.seal('', place)).toMatch(/^g1\.k2:/)
})

test('S68: sealing again moves everything, may be cut off anywhere, and shows nothing different', async () => {
  const first = await instance('k1', 'k2')
  const { sealingTables } = first
  const before = await everythingSeen(first)
  expect(before.every(({ status }) => status === 200)).toBe(true)
  const total = await allSealed(sealingTables)
  expect(total.length).toBeGreaterThan(20)
  expect(keysOf(total)).toEqual(['g1.k1'])

  let writes = 0
  first.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'UpdateItemCommand' && ++writes > 4) throw new Error('the power went')
      return next(args)
    },
    { step: 'initialize', name: 'cut' },
  )
  const run = async ({ resealTable }: Instance) => {
    const moved = []
    for (const table of sealingTables) moved.push(await resealTable(table))
    return moved
  }
  await expect(run(first)).rejects.toThrow('the power went')
  expect(keysOf(await allSealed(sealingTables))).toEqual(['g1.k1', 'g1.k2'])
  expect(await everythingSeen(first)).toEqual(before)

  const second = await instance('k1', 'k2')
  const stands = await run(second)
  const sum = (what: 'seen' | 'moved' | 'left' | 'unreadable') =>
    stands.reduce((all, each) => all + each[what], 0)
  expect([sum('seen'), sum('left'), sum('unreadable')]).toEqual([total.length, 0, 0])
  expect(sum('moved')).toBeLessThan(total.length)
  expect(keysOf(await allSealed(sealingTables))).toEqual(['g1.k2'])
  expect((await run(second)).every(({ moved }) => moved === 0)).toBe(true)
  // the older key is not needed any more
  expect(await everythingSeen(await instance('k2'))).toEqual(before)
})

test('S68: a change that falls between reading and writing is kept', async () => {
  const { client, database, open, resealTable, seal, tables } = await instance('k2', 'k3')
  const TableName = tables.get('accounts')!.name
  const Key = { personId: resident.personId }
  const place = { table: 'accounts', key: resident.personId, field: 'name' }
  let isMeanwhile = false
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { Key: written } = args.input as { Key?: { personId?: { S: string } } }
      if (
        context.commandName === 'UpdateItemCommand' &&
        written?.personId?.S === resident.personId &&
        !isMeanwhile
      ) {
        isMeanwhile = true
        const changed = { ':name': seal('刘桂兰', place) }
        const UpdateExpression = 'SET #name = :name'
        const ExpressionAttributeNames = { '#name': 'name' }
        await database.send(
          new UpdateCommand({
            TableName,
            Key,
            UpdateExpression,
            ExpressionAttributeNames,
            ExpressionAttributeValues: changed,
          }),
        )
      }
      return next(args)
    },
    // before the document client's form becomes that of the wire, but with the key already in it
    { step: 'build', name: 'meanwhile' },
  )
  const stand = await resealTable('accounts')
  expect([isMeanwhile, stand.left, stand.unreadable]).toEqual([true, 0, 0])
  const { Item } = await database.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  expect(open(Item!.name as string, place)).toBe('刘桂兰')
  expect(Item!.name).toMatch(/^g1\.k3:/)
})

test('a value that lies where it does not belong is counted, reported and left as it is', async () => {
  const { database, log, resealTable, tables } = await instance('k2', 'k3')
  const [one, two] = await everyItem('bookings')
  const reported = jest.spyOn(log, 'error').mockImplementation(() => undefined)
  await database.send(
    new UpdateCommand({
      TableName: tables.get('bookings')!.name,
      Key: { bookingId: two!.bookingId },
      UpdateExpression: 'SET visitor = :visitor',
      ExpressionAttributeValues: { ':visitor': one!.visitor },
    }),
  )
  const stand = await resealTable('bookings')
  expect(stand).toMatchObject({ moved: stand.seen - 1, left: 0, unreadable: 1 })
  expect(reported).toHaveBeenCalledTimes(1)
  const after = await everyItem('bookings')
  expect(after.find(({ bookingId }) => bookingId === two!.bookingId)!.visitor).toBe(one!.visitor)
  jest.restoreAllMocks()
})

test('every table that a store seals into is one that is sealed again', async () => {
  const { sealingTables } = await instance('k1')
  const sealing = filesIn('functions').filter(
    (file) => /\b(seal|place)\(/.test(textOf(file)) || /\bplace = \(/.test(textOf(file)),
  )
  const named = sealing.flatMap((file) =>
    [...textOf(file).matchAll(/\btable: '([a-z-]+)'/g)].map(([, id]) => id!),
  )
  expect(sealing.length).toBeGreaterThan(3)
  expect([...new Set(named)].sort()).toEqual([...sealingTables].sort())
})
