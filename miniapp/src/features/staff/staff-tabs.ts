import type { Role } from '@one-window/shared/foundation/roles'
import { mayDo, matrix } from '@one-window/shared/identity/matrix'
import type { WorkTab } from '@/components/work/work-bar'
import { go } from '@/gateways/go'

export type StaffScreen = 'staff' | 'audit'

/** The screens of those who run the hall: who works here, and what was done. */
export const staffTabs = (role: Role, on: StaffScreen): WorkTab[] => [
  ...(mayDo(matrix.staff, role) ? [{ words: '工作人员', on: on === 'staff', onPress: go.staffList }] : []),
  ...(mayDo(matrix.auditState, role) ? [{ words: '审计', on: on === 'audit', onPress: go.auditList }] : []),
]
