/** Which posts one person may not hold at the same time, and which acts need a second person (rules: part 12; 三员分立). */
import { overlap, type Post, type StaffRole } from './post'

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

/** The first two roles that exclude each other and are held on the same day; undefined when all go together. */
export const conflictOf = (posts: readonly Post[]): readonly [StaffRole, StaffRole] | undefined =>
  excluded.find(([one, other]) =>
    posts.some(
      (post) => post.role === one && posts.some((beside) => beside.role === other && overlap(post, beside)),
    ),
  )

/** Roles that one administrator alone cannot give. */
export const needsSecondPerson: readonly StaffRole[] = ['supervisor', 'inspector', 'admin']

/** An act that the same person may not do after another one on the same object. */
export const separatedActs = [
  // 受理 and 审批 of one case (policy: 审批人 is not 受理员)
  { first: 'accept', then: 'approve' },
  // 被评人 handles no poor rating on their own work (国办发〔2019〕51号)
  { first: 'serve', then: 'follow-up' },
  // who handled a poor rating does not decide an appeal against it
  { first: 'handle', then: 'decide-appeal' },
  // what is not to count takes two
  { first: 'propose-exclusion', then: 'agree-to-exclusion' },
  // posts of supervisors, inspectors, administrators
  { first: 'ask-for-posts', then: 'confirm-posts' },
] as const

export type SeparatedAct = (typeof separatedActs)[number]['first' | 'then']

/** True when the person has done nothing on the object that forbids them this act. */
export const mayActAfter = (
  done: readonly { act: SeparatedAct; by: string }[],
  act: SeparatedAct,
  personId: string,
): boolean =>
  !separatedActs.some(
    ({ first, then }) => then === act && done.some((each) => each.act === first && each.by === personId),
  )
