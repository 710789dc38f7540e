import type { Case } from '@one-window/shared/cases/case'
import { checksOf } from '../../../miniapp/src/features/approvals/checks'

const material = (name: string, state: Case['materials'][number]['state']) => ({
  materialId: name,
  name,
  necessity: 'required' as const,
  form: 'original' as const,
  copies: 1,
  state,
})
const step = (name: string) => ({
  name,
  actor: '社会事务办公室',
  kind: 'office',
  days: 2,
  state: 'now',
  decides: false,
})
const told = (more: object): Case =>
  ({
    materials: [material('申请表', 'received')],
    events: [],
    route: [step('审核')],
    handlingType: 'promised',
    ...more,
  }) as unknown as Case
const said = (more: object) => checksOf(told(more)).map(({ ok, say }) => `${ok ? '+' : '-'} ${say}`)

test.each<[string, object, string]>([
  ['everything there', {}, '+ 材料1/1，收齐'],
  [
    'one may follow',
    { materials: [material('申请表', 'received'), material('照片', 'deferred')] },
    '- 材料1/2',
  ],
  [
    'what does not apply does not count',
    { materials: [material('低保证', 'not-needed'), material('申请表', 'received')] },
    '+ 材料1/1，收齐',
  ],
  ['nobody wrote it down', { materials: [material('申请表', 'not-recorded')] }, '- 材料没有一样样记'],
  ['a step on the spot without a visit', { route: [step('入户调查')] }, '- 还没有登记现场踏勘'],
  ['a visit', { events: [{ action: 'visit', at: '', by: '', people: ['甲', '乙'] }] }, '+ 到现场看过了'],
  [
    'somebody before disagreed',
    { events: [{ action: 'pass', at: '', by: '社会事务办公室', facts: { opinion: 'disagree' } }] },
    '- 社会事务办公室不同意',
  ],
  [
    'everybody before agreed',
    { events: [{ action: 'pass', at: '', by: '社会事务办公室', facts: { opinion: 'agree' } }] },
    '+ 前面的意见都同意',
  ],
  ['at once, in two steps', { handlingType: 'immediate' }, '+ 即办件，只有受理、审批两步'],
  [
    'at once, in more than two',
    { handlingType: 'immediate', route: [step('审核'), step('审批')] },
    '- 即办件，多于两步',
  ],
  ['not entered', {}, '- 二次录入还没做'],
  ['entered', { platformNumber: '43042326' }, '+ 二次录入做了'],
])('%s', (_, more, words) => {
  expect(said(more)).toContain(words)
})
