/** Who one may be on a local run: one person of each role that has screens. They exist nowhere else. */
import type { Role } from '../foundation/roles'

export interface DemoPerson {
  readonly person: string
  readonly role: Role
  /** What this person comes to do. */
  readonly note: string
}

/** The people of the role chooser and of the start's greeting. */
export const demoPeople: readonly DemoPerson[] = [
  { person: '周敏', role: 'resident', note: '约时间、看办件、评价' },
  { person: '李秀兰', role: 'window-staff', note: '签到、收件、受理、出件' },
  { person: '陈国华', role: 'director', note: '改名额、停办一天' },
  { person: '邓小梅', role: 'approver', note: '写整改' },
  { person: '钟志远', role: 'leader', note: '看指标、催超期的' },
  { person: '赵立新', role: 'supervisor', note: '跟进差评、看指标' },
  { person: '刘正', role: 'inspector', note: '会签、签收移交的卷' },
  { person: '罗建军', role: 'admin', note: '邀请工作人员、调岗位' },
]
