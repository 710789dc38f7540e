/** What a person wrote is shown to nobody else before WeChat found it fit; it never keeps a rating from being given. */
import { DOUBTFUL_WORDS, RISKY_WORDS } from '../../../functions/local/wechat-stand-in'
import { startLocalApp, type LocalApp, type Person } from '../../support/local-app'
import { ratingStreams, type Streams } from '../../support/streams'
import { aCase } from '../cases/a-case'
import { itemsOf } from '../notifications/a-reachable-person'

const CHECK = '/wxa/msg_sec_check'
let app: LocalApp
let clerk: Person
let supervisor: Person
let resident: Person
let streams: Streams
let recheck: (typeof import('../../../functions/ratings/recheck-texts.job'))['recheckTexts']
beforeAll(async () => {
  app = await startLocalApp({ wechat: true })
  clerk = await app.as('window-staff', '周小兰')
  supervisor = await app.as('supervisor', '监督员')
  resident = await app.as('resident', '刘桂英')
  recheck = (await import('../../../functions/ratings/recheck-texts.job')).recheckTexts
  streams = await ratingStreams(() => minutesLater(0))
})
afterAll(() => {
  streams.stop()
  return app.stop()
})

const rate = async (text: string | undefined, more: object = {}) => {
  const { caseId } = await aCase(clerk, ['accept'], { owner: resident })
  const started = performance.now()
  const { status, body } = await resident.post(`/cases/${caseId}/ratings`, {
    ...{ contact: 1, level: 'dissatisfied', tags: ['214'], ...(text !== undefined && { text }), ...more },
  })
  expect(status).toBe(201)
  const ms = performance.now() - started
  expect(await streams.flow()).toEqual([])
  return { caseId, body, ms }
}
const shownToSupervisor = async (followUpId: string) => {
  const { followUps } = (await supervisor.get('/oversight/follow-ups?hallId=yonghe')).body
  const { text, textHidden } = followUps.find((one: { followUpId: string }) => one.followUpId === followUpId)
  return { text, textHidden }
}
const shownToWriter = async (caseId: string) =>
  (await resident.get(`/cases/${caseId}/ratings`)).body.ratings[0].text
const minutesLater = (minutes: number) => new Date(Date.parse('2026-11-24T07:00:00+08:00') + minutes * 60_000)

describe('S59 a text that others might read', () => {
  test.each([
    ['passed', '等了一个多小时', { text: '等了一个多小时', textHidden: undefined }],
    ['risky', `${RISKY_WORDS}，打人了`, { text: undefined, textHidden: 'risky' }],
    ['looked at by WeChat', `${DOUBTFUL_WORDS}`, { text: undefined, textHidden: 'risky' }],
    ['absent', undefined, { text: undefined, textHidden: undefined }],
  ])('%s', async (_, text, shown) => {
    const { caseId, body } = await rate(text)
    expect(body.text).toBe(text)
    expect(await shownToSupervisor(body.followUp.followUpId)).toEqual(shown)
    expect(await shownToWriter(caseId)).toBe(text)
  })

  test.each(['500', 'garbled', 'html', 'strange', 'slow', 44001] as const)(
    'while WeChat answers %s: the rating is given, the text waits, and is checked as soon as it can be',
    async (trouble) => {
      app.wechat.fail(trouble, 1, CHECK)
      const { caseId, body, ms } = await rate(`等了很久 ${trouble}`)
      expect(ms).toBeLessThan(2500)
      const shown = () => shownToSupervisor(body.followUp.followUpId)
      expect(await shown()).toEqual({ text: undefined, textHidden: 'pending' })
      expect(await shownToWriter(caseId)).toBe(`等了很久 ${trouble}`)
      expect(await recheck(minutesLater(9))).toBe(0)
      expect(await recheck(minutesLater(10))).toBe(1)
      expect(await shown()).toEqual({ text: `等了很久 ${trouble}`, textHidden: undefined })
      expect(await recheck(minutesLater(10))).toBe(0)
    },
  )

  test('an outage that lasts: tried again at most hourly, and what turns out risky stays hidden', async () => {
    app.wechat.fail(44001, 3, CHECK)
    const { caseId, body } = await rate(RISKY_WORDS)
    const asked = () => app.wechat.asked(CHECK)
    let before = asked()
    for (const [minute, times] of [
      [10, 1],
      [19, 1],
      [20, 2],
      [39, 2],
    ] as const) {
      await recheck(minutesLater(minute))
      expect([minute, asked() - before]).toEqual([minute, times])
    }
    before = asked()
    expect(await recheck(minutesLater(24 * 60))).toBe(1)
    expect(asked() - before).toBe(1)
    expect(await shownToSupervisor(body.followUp.followUpId)).toEqual({
      text: undefined,
      textHidden: 'risky',
    })
    expect(await shownToWriter(caseId)).toBe(RISKY_WORDS)
  })

  test('two jobs at once settle it once; nobody stands beside a poor text; each verdict has its row', async () => {
    app.wechat.fail(44001, 1, CHECK)
    const { caseId } = await rate('两个任务同时查')
    const kept = async () => (await itemsOf('ratings')).find((one) => one.caseId === caseId)!
    expect(JSON.stringify(await kept())).not.toContain(resident.personId)
    const rows = async () =>
      (await itemsOf('audit')).filter(({ action }) => action === 'recheck-texts').length
    const before = await rows()
    const settled = await Promise.all([recheck(minutesLater(30)), recheck(minutesLater(30))])
    expect(settled.reduce((sum, each) => sum + each)).toBe(1)
    expect((await rows()) - before).toBe(1)
    const { unchecked, checkAt, hiddenText } = await kept()
    expect([unchecked, checkAt, hiddenText]).toEqual([undefined, undefined, undefined])
  })
})
