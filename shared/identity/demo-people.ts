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
  { person: '黄文斌', role: 'approver', note: '社会事务办公室的审批、整改' },
  { person: '谭志强', role: 'leader', note: '分管领导的审批，批准指南，看指标' },
  { person: '陈国华', role: 'director', note: '批即办件、暂停和延长，改名额、写指南' },
  { person: '赵立新', role: 'supervisor', note: '跟进差评、看指标' },
  { person: '刘正', role: 'inspector', note: '会签、签收移交的卷' },
  { person: '罗建军', role: 'admin', note: '邀请工作人员、调岗位' },
]
