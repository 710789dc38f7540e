/** Second entry: the city platform's number of a case, typed or pasted; who has none, and since when. */
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { aCase, aCaseIn } from '../cases/a-case'

let app: LocalApp
let clerk: Person
beforeAll(async () => {
  app = await startLocalApp()
  clerk = await app.as('window-staff', '周小兰')
})
afterAll(() => app.stop())
afterEach(() => app.setNow('2026-11-24T07:00:00+08:00'))

let used = 0
const aNumber = (): string => `4304232611240${1000 + ++used}`
const enter = (caseId: string, platformNumber: string, who = clerk) =>
  who.post(`/desk/cases/${caseId}/platform-number`, { platformNumber })
const lacking = async (who: Person, hallId: string, cursor = '') =>
  (await who.get(`/desk/lacking?hallId=${hallId}${cursor && `&cursor=${cursor}`}`)).body

describe('one number', () => {
  test('is written down however it was typed, changed when it was mistyped, and belongs to one case', async () => {
    const [one, other] = [await aCase(clerk, ['accept']), await aCase(clerk, ['accept'])]
    const number = aNumber()
    const { body } = await enter(one.caseId, ` ${number.slice(0, 6)} ${number.slice(6)} `)
    expect([body.platformNumber, body.events.at(-1).action]).toEqual([number, 'enter'])
    const taken = await enter(other.caseId, number)
    expect([taken.status, taken.body.code]).toEqual([409, 'number-taken'])
    const right = aNumber()
    expect((await enter(one.caseId, right)).body.platformNumber).toBe(right)
    // the one that was mistyped is free again
    expect((await enter(other.caseId, number)).status).toBe(200)
    for (const odd of ['', '12', '编号一二三四五六', 'A'.repeat(51)])
      expect((await enter(one.caseId, odd)).body.errors[0].pointer).toBe('/platformNumber')
  })

  test('is not for what never became a case', async () => {
    const { caseId } = await aCaseIn(clerk, 'declined')
    expect((await enter(caseId, aNumber())).body.code).toBe('wrong-status')
  })

  test('two windows give two cases the same number at once: one has it', async () => {
    const cases = await Promise.all(Array.from({ length: 5 }, () => aCase(clerk)))
    const number = aNumber()
    const answers = await Promise.all(cases.map(({ caseId }) => enter(caseId, number)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  })
})

describe('who has none', () => {
  test('oldest first, red after one working day, gone once it is entered or there is no case any more', async () => {
    const there = () => app.as('window-staff', '谢春梅', 'baiguo')
    app.setNow('2026-11-20T15:00:00+08:00')
    const friday = await aCase(await there(), ['accept'])
    app.setNow('2026-11-23T15:00:00+08:00')
    const monday = await aCase(await there())
    const declined = await aCaseIn(await there(), 'declined')
    const state = async () =>
      (await lacking(await there(), 'baiguo')).cases.map(({ caseId, late }: any) => [caseId, late])
    expect(await state()).toEqual([
      [friday.caseId, false],
      [monday.caseId, false],
    ])
    app.setNow('2026-11-24T09:00:00+08:00')
    expect(await state()).toEqual([
      [friday.caseId, true],
      [monday.caseId, false],
    ])
    await enter(friday.caseId, aNumber(), await there())
    expect(await state()).toEqual([[monday.caseId, false]])
    expect(declined.status).toBe('declined')
    const { cases } = await lacking(await app.as('supervisor', '监督员', 'baiguo'), 'baiguo')
    expect(cases).toMatchObject([{ applicantName: '刘*英', caseNumber: monday.caseNumber }])
    expect((await clerk.get('/desk/lacking?hallId=baiguo')).status).toBe(404)
  })
})

describe('a pasted list', () => {
  test('says line by line what would become of it and changes nothing until it is confirmed', async () => {
    const [fresh, known, ended, twice] = [
      await aCase(clerk, ['accept']),
      await aCase(clerk, ['accept']),
      await aCaseIn(clerk, 'withdrawn'),
      await aCase(clerk),
    ]
    const [kept, taken, mine] = [aNumber(), aNumber(), aNumber()]
    await enter(known.caseId, kept)
    await enter((await aCase(clerk)).caseId, taken)
    const elsewhere = await aCase(await app.as('window-staff', '别处的人', 'kaiyun'))
    const rows = [
      { caseNumber: ` ${fresh.caseNumber.toLowerCase()} `, platformNumber: mine },
      { caseNumber: known.caseNumber, platformNumber: kept },
      { caseNumber: known.caseNumber.replace(/.$/, 'X'), platformNumber: aNumber() },
      { caseNumber: ended.caseNumber, platformNumber: aNumber() },
      { caseNumber: elsewhere.caseNumber, platformNumber: aNumber() },
      { caseNumber: twice.caseNumber, platformNumber: '不是编号' },
    ]
    const paste = (body: object) => clerk.post('/desk/halls/yonghe/platform-numbers', body)
    const expected = ['enters', 'same', 'no-such-case', 'no-such-case', 'no-such-case', 'bad-number']
    const results = ({ body }: { body: any }) => body.results.map(({ result }: any) => result)
    const dry = await paste({ rows })
    expect([dry.body.entered, results(dry)]).toEqual([0, expected])
    expect((await clerk.get(`/cases/${fresh.caseId}`)).body.platformNumber).toBeUndefined()
    const done = await paste({ rows, confirm: true })
    expect([done.body.entered, results(done)]).toEqual([1, expected])
    expect((await clerk.get(`/cases/${fresh.caseId}`)).body.platformNumber).toBe(mine)
    expect(results(await paste({ rows, confirm: true }))[0]).toBe('same')
    const more = await paste({
      rows: [
        { caseNumber: known.caseNumber, platformNumber: aNumber() },
        { caseNumber: twice.caseNumber, platformNumber: taken },
      ],
    })
    expect(results(more)).toEqual(['other-number', 'number-taken'])
    const same = { caseNumber: twice.caseNumber, platformNumber: aNumber() }
    expect(results(await paste({ rows: [same, same] }))).toEqual(['twice', 'twice'])
    expect((await paste({ rows: [] })).body.errors[0].pointer).toBe('/rows')
    expect((await clerk.post('/desk/halls/kaiyun/platform-numbers', { rows: [same] })).status).toBe(404)
  })
})
