/** Who may call what. A role is what a person does in the hall; a scope is whose objects it reaches. */
import * as z from 'zod/mini'

export const Role = z.enum([
  'resident',
  'window-staff',
  'director',
  'approver',
  'leader',
  'supervisor',
  'inspector',
  'admin',
])
export type Role = z.infer<typeof Role>

/** `own`: the caller's own objects. `hall`: objects of the halls the caller belongs to. */
export type Scope = 'own' | 'hall'

/** Who may call an endpoint: everybody, or these roles on these scopes. Nothing else starts. */
export type Allow = 'anyone' | Readonly<Partial<Record<Role, Scope>>>

/** Chinese words of the roles, as the role chooser and the papers show them. */
export const roleWords: Readonly<Record<Role, string>> = {
  resident: '群众',
  'window-staff': '窗口人员',
  director: '政务中心主任',
  approver: '审批人',
  leader: '分管领导',
  supervisor: '监督员',
  inspector: '纪检',
  admin: '系统管理员',
}

/** Everyone but a resident works for one or more halls. */
export const isStaff = (role: Role): boolean => role !== 'resident'
