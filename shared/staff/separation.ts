/** Which posts one person may not hold at the same time, and which acts need a second person (rules: part 12; 三员分立). */
import type { StaffRole } from './post'

const business: readonly StaffRole[] = ['window-staff', 'director', 'approver', 'leader']

/** Pairs that exclude each other. */
export const excluded: readonly (readonly [StaffRole, StaffRole])[] = [
  // accepts and approves
  ['window-staff', 'approver'],
  ['window-staff', 'director'],
  ['window-staff', 'leader'],
  // judges what they did themselves
  ...business.flatMap((role): [StaffRole, StaffRole][] => [
    ['supervisor', role],
    ['inspector', role],
    ['admin', role],
  ]),
  ['supervisor', 'inspector'],
  ['admin', 'supervisor'],
  ['admin', 'inspector'],
]

/** The first two roles of a person that exclude each other; undefined when they go together. */
export const conflictOf = (roles: readonly StaffRole[]): readonly [StaffRole, StaffRole] | undefined =>
  excluded.find(([one, other]) => roles.includes(one) && roles.includes(other))

/** Roles that one administrator alone cannot give. */
export const needsSecondPerson: readonly StaffRole[] = ['supervisor', 'inspector', 'admin']
