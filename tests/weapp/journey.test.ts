import { builtWeapp } from '../support/miniapp-build'
import { startLocalApp, type LocalApp } from '../support/local-app'
import { launchMiniProgram } from '../support/weapp-runtime/node-host'

let app: LocalApp
let dist: string

beforeAll(async () => {
  dist = await builtWeapp()
  app = await startLocalApp()
}, 300_000)
afterAll(() => app.stop())

describe('the built mini-program against the real service', () => {
  it('walks from nothing to a booking, a case and a poor rating with its follow-up', async () => {
    const mini = launchMiniProgram(dist, { api: app.url })
    await mini.open('pages/mine/index')
    await mini.tap('周敏')
    expect(mini.words()).toContain('还没有预约')

    mini.logic.client.calls.length = 0
    await mini.tap('约个时间')
    await mini.type('search', '房子漏雨怎么办')
    expect(mini.words()).toContain('危房')
    await mini.type('search', 'dibao')
    await mini.tap('申请低保')
    expect(mini.route()).toBe('subpackages/guide/index')
    expect(mini.words()).toContain('要多久')
    await mini.tap('户口簿')
    expect(mini.words()).toContain('已备1/')

    await mini.tap('预约办理')
    await mini.tapFirst('press slot')
    await mini.tap('下一步')
    expect(mini.words()).toContain('给谁办')
    await mini.type('phone', '123')
    await mini.tap('确认预约')
    expect(mini.words()).toContain('手机号要11位数字')
    await mini.type('phone', '13812345671')
    await mini.tap('确认预约')
    expect(mini.route()).toBe('subpackages/booking/done')
    expect(mini.words()).toContain('约好了')

    const clerk = await app.as('window-staff', '李秀兰', 'yonghe')
    const resident = await app.as('resident', '周敏')
    const { body: mine } = await resident.get('/bookings')
    const [booking] = mine.bookings
    app.setNow(`${booking.date}T${booking.start}:00+08:00`)
    await clerk.post(`/desk/bookings/${booking.bookingId}/check-in`)
    const { body: guide } = await clerk.get(`/services/${booking.serviceId}`)
    const { body: received } = await clerk.post('/desk/cases', {
      serviceId: booking.serviceId,
      bookingId: booking.bookingId,
      applicant: { name: '周敏', phone: '13812345671' },
      materials: guide.materials.map(({ materialId }: { materialId: string }) => materialId),
    })
    await clerk.post(`/desk/cases/${received.caseId}/accept`)

    await mini.open(`subpackages/cases/case?caseId=${received.caseId}`)
    expect(mini.words()).toContain('正在办')
    await mini.tap('受理通知书')
    expect(mini.words()).toContain('打开了，右上角可以转发、保存')
    const [paper] = mini.logic.client.files.values()
    expect(Buffer.from(paper!, 'base64').toString('latin1').slice(0, 5)).toBe('%PDF-')
    await mini.tap('评一下')
    await mini.tap('非常不满意')
    await mini.tap('多头跑窗口和部门')
    await mini.tap('提交评价')
    expect(mini.route()).toBe('subpackages/rating/follow-up')
    expect(mini.words()).toContain('正在查')
    expect(mini.words()).toContain('查清楚是怎么回事')

    const supervisor = await app.as('supervisor', '赵立新', 'yonghe')
    const { body } = await supervisor.get('/oversight/follow-ups?hallId=yonghe')
    expect(body.followUps).toHaveLength(1)
    expect(mini.logic.setDataCalls.filter(({ afterUnload }) => afterUnload)).toEqual([])
  })

  it('shows the last known answer without a network, and searches the guides on the phone', async () => {
    const mini = launchMiniProgram(dist, { api: app.url })
    await mini.open('pages/guides/index')
    await mini.tap('申请低保')
    mini.logic.client.offline(true)
    await mini.open('pages/guides/index')
    await mini.type('search', 'db')
    expect(mini.words()).toContain('申请低保')
    await mini.tap('申请低保')
    expect(mini.words()).toContain('没有网。这是')
    expect(mini.words()).toContain('要多久')
    await mini.open('subpackages/guide/index?serviceId=yibao-canbao')
    expect(mini.words()).toContain('没有连上网')
  })

  it('remembers 长辈版 on every page', async () => {
    const mini = launchMiniProgram(dist, { api: app.url })
    await mini.open('pages/home/index')
    await mini.tap('长辈版')
    await mini.open('pages/guides/index')
    expect(mini.logic.nodes().some(({ cl }) => cl?.includes('elder'))).toBe(true)
  })
})
