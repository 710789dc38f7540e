import { roleWords } from '@one-window/shared/foundation/roles'
import { shortDay, type Day } from '@one-window/shared/foundation/time'
import type { Hall } from '@one-window/shared/halls/hall'
import { offices } from '@one-window/shared/halls/offices'
import type { StaffMember } from '@one-window/shared/staff/endpoints'
import type { Post, StaffRole } from '@one-window/shared/staff/post'

export const stateWords: Readonly<
  Record<StaffMember['state'], { words: string; kind: '' | 'action' | 'done' | 'warn' }>
> = {
  active: { words: '在用', kind: 'done' },
  invited: { words: '等绑定', kind: 'action' },
  'awaiting-second': { words: '等第二人确认', kind: 'warn' },
  disabled: { words: '停用', kind: '' },
}

/** What a post lets a person do, as whoever gives it reads it. */
export const dutyWords: Readonly<Record<StaffRole, string>> = {
  'window-staff': '签到、收件、受理、出件',
  director: '管号段和窗口人员',
  approver: '审批，不收件',
  leader: '批复杂的件',
  supervisor: '管差评，不办件',
  inspector: '看移交的卷宗和审计',
  admin: '管账号，看不到办件',
}

/** 11月24日起 · 11月24日到12月31日; the year when it is not the reader's. */
export const spanWords = ({ from, until }: Pick<Post, 'from' | 'until'>, today: Day): string => {
  const year = Number(today.slice(0, 4))
  return until ? `${shortDay(from, year)}到${shortDay(until, year)}` : `${shortDay(from, year)}起`
}

/** 窗口人员，咸宜村站，代理 */
export const postWords = (post: Post, hall: Pick<Hall, 'stations'> | undefined): string =>
  [
    roleWords[post.role],
    post.stationId &&
      (hall?.stations.find(({ stationId }) => stationId === post.stationId)?.name ?? '村里站点'),
    post.officeId && offices.find(({ officeId }) => officeId === post.officeId)?.name,
    post.deputyFor && '代理',
  ]
    .filter(Boolean)
    .join('，')
