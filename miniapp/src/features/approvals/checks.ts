import type { Case } from '@one-window/shared/cases/case'
import { caseSettings } from '@one-window/shared/cases/settings'

/** What somebody who decides looks at before they do: seen to, or still open. */
export interface Check {
  ok: boolean
  say: string
  more?: string
}

/** What was checked of a case so far. */
export function checksOf(told: Case): Check[] {
  const { materials, events, route, gaps, handlingType, platformNumber, handOver } = told
  const counted = materials.filter(({ state }) => state !== 'not-needed' && state !== 'not-recorded')
  const there = counted.filter(({ state }) => state === 'received')
  const opinions = events.filter(({ facts }) => facts?.opinion !== undefined)
  const against = opinions.filter(({ facts }) => facts?.opinion === 'disagree')
  const visit = [...events].reverse().find(({ action }) => action === 'visit')
  const returned = events.some(({ action }) => action === 'return')
  const looks = route.some(({ name }) => /踏勘|勘查|入户|现场/.test(name))
  return [
    counted.length === 0
      ? { ok: false, say: '材料没有一样样记', more: '请看收到的材料，不清楚就退回窗口' }
      : {
          ok: there.length === counted.length,
          say: `材料${there.length}/${counted.length}${there.length === counted.length ? '，收齐' : ''}`,
          more: gaps ? `容缺：${gaps.names.join('、')}` : there.map(({ name }) => name).join('、'),
        },
    ...(opinions.length > 0
      ? [
          {
            ok: against.length === 0,
            say:
              against.length === 0 ? '前面的意见都同意' : `${against.map(({ by }) => by).join('、')}不同意`,
            more: opinions
              .map(
                ({ by, facts, note }) => `${by}：${note ?? (facts?.opinion === 'agree' ? '同意' : '不同意')}`,
              )
              .join('；'),
          },
        ]
      : []),
    ...(visit
      ? [
          {
            ok: true,
            say: '到现场看过了',
            more: [visit.people?.join('、'), visit.note].filter(Boolean).join('：'),
          },
        ]
      : looks
        ? [{ ok: false, say: '还没有登记现场踏勘', more: `至少${caseSettings.visitors}个人去看，再登记` }]
        : []),
    ...(handlingType === 'immediate'
      ? [
          {
            ok: route.length + 1 <= caseSettings.immediateSteps,
            say: `即办件，${route.length + 1 <= caseSettings.immediateSteps ? '只有受理、审批两步' : '多于两步'}`,
            more: handOver === 'at-once' ? '批了当场出件' : '',
          },
        ]
      : []),
    ...(returned ? [{ ok: true, say: '退回过一次，改好又报来了', more: '同一步不能再退' }] : []),
    {
      ok: platformNumber !== undefined,
      say: platformNumber ? '二次录入做了' : '二次录入还没做',
      more: platformNumber ?? '窗口录进市平台，再填编号',
    },
  ].map(({ more, ...check }) => ({ ...check, ...(more && { more }) }))
}
