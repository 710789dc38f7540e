/**
 * Who may do what, on whose objects: one table (rules of separation: GB/T 22239 三员; 国办发〔2019〕51号). Endpoints take
 * their `allow` from here, the data layer checks the scope, and the tests try every cell.
 */
import { caseLifecycle, type CaseAction } from '../cases/lifecycle'
import type { Allow, Role, Scope } from '../foundation/roles'

const all = (scope: Scope): Allow => ({
  resident: scope,
  'window-staff': scope,
  director: scope,
  approver: scope,
  leader: scope,
  supervisor: scope,
  inspector: scope,
  admin: scope,
})

export const matrix = {
  /** One's own session, second factor and name. */
  ownSession: all('own'),
  /** What a person on a phone does with what is theirs: books, follows, rates, reads their data. */
  ownThings: { resident: 'own' },
  ownBooking: { resident: 'own', 'window-staff': 'hall', director: 'hall' },
  /** Who hands papers out, and who they are for. */
  casePapers: { resident: 'own', 'window-staff': 'hall', director: 'hall' },
  desk: { 'window-staff': 'hall', director: 'hall' },
  deskLists: { 'window-staff': 'hall', director: 'hall', supervisor: 'hall' },
  /** An approver sees what passes through their office, a leader what they are in charge of. */
  viewCase: {
    resident: 'own',
    'window-staff': 'hall',
    director: 'hall',
    approver: 'hall',
    leader: 'hall',
    supervisor: 'hall',
  },
  /** What was handed in shows whole what is masked elsewhere: who works on the case, and its owner. */
  caseFiles: {
    resident: 'own',
    'window-staff': 'hall',
    director: 'hall',
    approver: 'hall',
    leader: 'hall',
  },
  inbox: { approver: 'hall', leader: 'hall', director: 'hall' },
  /** Places, closed days, windows. */
  runHall: { director: 'hall' },
  /** Services and guides of the hall: the director writes them, somebody else approves (township rules 二(一)3, 二(二)). */
  curate: { director: 'hall' },
  approveGuides: { leader: 'hall' },
  seeGuides: { director: 'hall', leader: 'hall' },
  /** Handling poor ratings. Data layer: never who served. */
  followUps: { supervisor: 'hall' },
  rectify: { director: 'hall', approver: 'hall' },
  approveExtension: { director: 'hall' },
  appealForUnit: { director: 'hall' },
  /** The second person by whom a rating leaves the rates. */
  countersign: { inspector: 'hall' },
  dossiers: { inspector: 'hall' },
  followUpTasks: {
    director: 'hall',
    approver: 'hall',
    leader: 'hall',
    supervisor: 'hall',
    inspector: 'hall',
  },
  /** One's own, as who was rated: sums, and texts by month. */
  myRatings: { 'window-staff': 'own' },
  /** A month's figures, and the ratings behind them. */
  monthSheet: { director: 'hall', leader: 'hall', supervisor: 'hall' },
  monthRatings: { director: 'hall', supervisor: 'hall' },
  suspicions: { supervisor: 'hall', inspector: 'hall' },
  /** Opening a masked name, phone or ID number, with a reason. */
  unmask: { 'window-staff': 'hall', director: 'hall', supervisor: 'hall' },
  /** Who decides a case may have to know whose it is. */
  unmaskCase: {
    'window-staff': 'hall',
    director: 'hall',
    approver: 'hall',
    leader: 'hall',
    supervisor: 'hall',
  },
  /** What each may hand in is told apart by purpose (`mayHandIn`). */
  uploadFile: {
    resident: 'own',
    'window-staff': 'hall',
    director: 'hall',
    approver: 'hall',
    leader: 'hall',
    supervisor: 'hall',
    admin: 'hall',
  },
  /** The desk sees what was handed in to its hall; others what they uploaded themselves. */
  viewFile: {
    resident: 'own',
    'window-staff': 'hall',
    director: 'hall',
    approver: 'own',
    leader: 'own',
    supervisor: 'own',
    admin: 'own',
  },
  /** A pre-check: its owner; the desk it was sent to. */
  viewPrecheck: { resident: 'own', 'window-staff': 'hall', director: 'hall' },
  readAudit: { director: 'hall', supervisor: 'hall', inspector: 'hall' },
  /** Whether the chain holds and how far it is sealed: no content. */
  auditState: { director: 'hall', supervisor: 'hall', inspector: 'hall', admin: 'hall' },
  /** A director: the window staff of the hall. An administrator: everybody, and no business data. */
  staff: { director: 'hall', admin: 'hall' },
  confirmStaff: { admin: 'hall' },
  /** Somebody who decides asks a colleague to stand in (代理). */
  deputies: { approver: 'hall', leader: 'hall', director: 'hall' },
} as const satisfies Record<string, Allow>

/** Who may do one of these steps of a case at the desk or in an office: what the table of its life says. */
export const caseActs = (...actions: CaseAction[]): Allow =>
  Object.fromEntries(
    actions
      .flatMap((action) => caseLifecycle[action].by)
      .flatMap((as) => (as === 'system' || as === 'resident' ? [] : [[as, 'hall' as const]])),
  )

/** The roles of staff that may do something. */
export const mayDo = (allow: Allow, role: Role): boolean => allow === 'anyone' || allow[role] !== undefined
