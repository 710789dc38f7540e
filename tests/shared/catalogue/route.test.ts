import { readRecords, rawRecords } from '../../../functions/catalogue/build-records'
import { offices } from '@one-window/shared/halls/offices'
import { kindOfActor, routeOf } from '@one-window/shared/catalogue/route'

const { records } = readRecords(rawRecords)

test.each([
  ['综合窗口受理员', 'window'],
  ['村(社区)受理员', 'window'],
  ['政务中心主任', 'director'],
  ['分管领导', 'leader'],
  ['社会事务办公室', 'office'],
  ['乡镇林业站', 'office'],
  ['县政务中心出件窗口', 'dispatch'],
  ['县民政局', 'outside'],
  ['县(乡镇)供水单位', 'outside'],
  ['上级部门和合作银行', 'outside'],
  ['派出所户籍窗口', 'outside'],
  ['供电所', 'outside'],
  ['官方兽医', 'outside'],
])('%s is %s', (actor, kind) => {
  expect(kindOfActor(actor)).toBe(kind)
})

test('an office carries its id, in the order and with the days of the guide', () => {
  const steps = [
    { name: '受理', actor: '综合窗口受理员', days: 1 },
    { name: '现场核查', actor: '乡镇林业站', days: 9 },
    { name: '审批', actor: '县林业局', days: 10 },
  ]
  expect(routeOf({ steps })).toEqual([
    { ...steps[0], kind: 'window' },
    { ...steps[1], kind: 'office', officeId: 'forestry-station' },
    { ...steps[2], kind: 'outside' },
  ])
})

test('every one of the 125 services begins at the window, and every 即办件 is window, director', () => {
  expect(records).toHaveLength(125)
  const kindsOf = (steps: (typeof records)[number]['steps']) => routeOf({ steps }).map(({ kind }) => kind)
  expect(
    records.filter(({ steps }) => kindsOf(steps)[0] !== 'window').map(({ serviceId }) => serviceId),
  ).toEqual([])
  const immediate = records.filter(({ handlingType }) => handlingType === 'immediate')
  expect(immediate).toHaveLength(17)
  for (const { steps } of immediate) expect(kindsOf(steps)).toEqual(['window', 'director'])
})

test('every office is met in the guides, and whoever is outside is of the county or of no office', () => {
  const steps = records.flatMap((record) => routeOf(record))
  expect(new Set(steps.flatMap(({ officeId }) => officeId ?? []))).toEqual(
    new Set(offices.map(({ officeId }) => officeId)),
  )
  const outside = new Set(steps.filter(({ kind }) => kind === 'outside').map(({ actor }) => actor))
  expect([...outside].filter((actor) => !/^(县|上级)/.test(actor)).sort()).toEqual([
    '供电所',
    '官方兽医',
    '派出所',
    '派出所户籍窗口',
  ])
})

test('what is decided in the township ends with the director or passes the leader', () => {
  const decided = records.filter(({ approvalLevel }) => approvalLevel === 'township')
  const by = decided.map((record) =>
    routeOf(record).find(({ kind }) => kind === 'director' || kind === 'leader'),
  )
  expect(by.every((step) => step !== undefined)).toBe(true)
})
