import type { Case } from '@one-window/shared/cases/case'
import { contactsOf } from '@one-window/shared/cases/contacts'
import { gapsUntil, tripsOf } from '@one-window/shared/cases/life-of'
import { isOver } from '@one-window/shared/cases/lifecycle'
import { actionsNow } from '@one-window/shared/cases/may-do'
import { applicantSeenBy, eventsSeenBy, seesQueryCode } from '@one-window/shared/cases/seen-by'
import { isStaff } from '@one-window/shared/foundation/roles'
import { findHall } from '@one-window/shared/halls/halls'
import { offices } from '@one-window/shared/halls/offices'
import { maskName, type Caller } from '@one-window/shared/identity/identity'
import type { RatingLevel } from '@one-window/shared/ratings/rating'
import type { KeptCase, KeptEvent } from './kept-case'
import { pickUpCodeOf, queryCodeOf } from './query-code'

const nobodyRated: ReadonlyMap<number, RatingLevel> = new Map()

/** Who did it and by which request is for the record alone. */
const told = ({ byId: _byId, request: _request, lacks: _lacks, files: _files, ...event }: KeptEvent) => event

/** What was asked for in the supplement notice, by the names of the guide. */
function supplementOf({ events, materials }: KeptCase): Case['supplement'] {
  const notice = events.find(({ action }) => action === 'supplement')
  if (!notice?.lacks || !notice.facts?.until) return undefined
  const nameOf = (id: string): string => materials.find(({ materialId }) => materialId === id)?.name ?? id
  return {
    lacks: notice.lacks.map(({ materialId, what }) => ({ materialId, name: nameOf(materialId), what })),
    toldAt: notice.at,
    until: notice.facts.until,
  }
}

function gapsOf({ events, materials }: KeptCase): Case['gaps'] {
  const until = gapsUntil(events)
  const names = materials.filter(({ state }) => state === 'deferred').map(({ name }) => name)
  return until !== undefined && names.length > 0 ? { names, until } : undefined
}

function routeOf({ route, step, status }: KeptCase): Case['route'] {
  const isDone = ['coming-back', 'concluded', 'posted', 'issued'].includes(status)
  return route.steps.map(({ name, actor, kind, days }, at) => ({
    name,
    actor,
    kind,
    days,
    decides: at === route.decidedAt,
    state:
      step === undefined || at > step
        ? 'next'
        : at < step || isDone
          ? 'done'
          : isOver(status)
            ? 'next'
            : 'now',
  }))
}

const officeName = (officeId: string): string =>
  offices.find((office) => office.officeId === officeId)?.name ?? officeId

/** A case whole, as only its owner's own copy of their data has it. */
export const wholeCase = (kept: KeptCase, rated: ReadonlyMap<number, RatingLevel> = nobodyRated): Case => {
  const {
    realName: _level,
    acceptedBy: _by,
    seq: _seq,
    ownerId: _owner,
    step: _step,
    invited,
    ...rest
  } = kept
  const [supplement, gaps] = [supplementOf(kept), gapsOf(kept)]
  return {
    ...rest,
    hallName: findHall(kept.hallId)?.name ?? kept.hallId,
    applicantName: kept.applicant.name,
    queryCode: queryCodeOf(kept.caseId),
    pickUpCode: pickUpCodeOf(kept.caseId),
    route: routeOf(kept),
    ...(supplement && { supplement }),
    ...(gaps && { gaps }),
    ...(invited.length > 0 && { invited: invited.map(officeName) }),
    events: kept.events.map(told),
    contacts: contactsOf(kept.events).map((contact) => ({ ...contact, rated: rated.get(contact.contact) })),
    trips: tripsOf(kept.events),
    actions: [],
  }
}

/**
 * A case as the caller may see it. What it was rated is for its owner alone, so only the owner's view hands it in; who
 * in the hall has it, what is asked for inside and the platform's number are for staff alone.
 */
export const showCase = (caller: Caller, kept: KeptCase, rated?: ReadonlyMap<number, RatingLevel>): Case => {
  const { role } = caller
  const { queryCode, pickUpCode, agent, ...whole } = wholeCase(kept, rated)
  const applicant = applicantSeenBy(role, kept.applicant)
  const shown: Case = {
    ...whole,
    applicant,
    applicantName: applicant.name,
    ...(agent && { agent: isStaff(role) ? { ...agent, name: maskName(agent.name) } : agent }),
    events: eventsSeenBy(role, whole.events),
    ...(seesQueryCode(role) && { queryCode }),
    actions: actionsNow(kept, caller),
  }
  // who has no account is given the code on the receipt
  const toPrint = !kept.ownerId && seesQueryCode(role)
  if (isStaff(role)) return { ...shown, realName: kept.realName ?? 'none', ...(toPrint && { pickUpCode }) }
  const {
    holder: _holder,
    ask: _ask,
    invited: _invited,
    platformNumber: _number,
    archivedOn: _filed,
    ...own
  } = shown
  const waits = kept.status === 'concluded' && (kept.outcome === 'refused' || kept.handOver !== 'by-itself')
  return { ...own, ...(waits && { pickUpCode }) }
}
