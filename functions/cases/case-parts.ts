/** The items a case is kept in, and the case they make. */
import type { Ask, CaseFacts, InboxRow } from '@one-window/shared/cases/case'
import { open, seal } from '../platform/crypto'
import { dueOrder, inboxOf, inboxOfStep, place, queueOf, type KeptCase, type KeptEvent } from './kept-case'

type Item = Record<string, unknown>

export const HEAD = 'head'
export const DOSSIER = 'dossier'
export const ASK = 'ask'
/** The item by which a meeting stands in an office's inbox. */
export const invitePart = (officeId: string): string => `invite.${officeId}`
/** The item of the n-th event. */
export const eventPart = (seq: number): string => String(seq).padStart(4, '0')

/** What of a case lies in its head. */
const headFields = [
  'seq',
  'status',
  'hallId',
  'caseNumber',
  'ownerId',
  'serviceId',
  'serviceName',
  'guideVersion',
  'handlingType',
  'handOver',
  'receivedAt',
  'acceptedAt',
  'acceptedBy',
  'promisedDays',
  'statutoryDays',
  'promisedDay',
  'promisedDayPending',
  'outcome',
  'holder',
  'step',
  'since',
  'urged',
  'platformNumber',
  'archivedOn',
] as const satisfies readonly (keyof KeptCase)[]

/** The head of a case but the sealed name, which never changes. A filed one stands in no list. */
export function headOf(kept: KeptCase): Item {
  const head: Item = {}
  for (const field of headFields) if (kept[field] !== undefined) head[field] = kept[field]
  const inbox = inboxOfStep(kept)
  return {
    ...head,
    dueOrder: dueOrder(kept),
    ...(kept.archivedOn === undefined && { deskQueue: queueOf(kept) }),
    ...(lacksNumber(kept) && { lacksNumber: kept.hallId }),
    ...(inbox && { inbox, about: kept.route.steps[kept.step ?? 0]?.name }),
  }
}

/** True while the number of the city platform is to be entered: not for what never became a case there. */
export const lacksNumber = ({ platformNumber, status }: KeptCase): boolean =>
  platformNumber === undefined &&
  !(['declined', 'not-needed', 'withdrawn', 'terminated'] as KeptCase['status'][]).includes(status)

interface Sealed {
  phone?: string
  idNumber?: string
  agent?: KeptCase['agent']
}

/** What was handed in, and what does not change while the case goes its way. */
export function dossierOf(kept: KeptCase): Item {
  const { caseId, officialName, resultName, realName, bookingId, materials, route, applicant, agent } = kept
  const persons: Sealed = {
    ...(applicant.phone && { phone: applicant.phone }),
    ...(applicant.idNumber && { idNumber: applicant.idNumber }),
    ...(agent && { agent }),
  }
  return {
    caseId,
    part: DOSSIER,
    officialName,
    resultName,
    ...(realName && { realName }),
    ...(bookingId && { bookingId }),
    materials,
    route,
    persons: seal(JSON.stringify(persons), place(caseId, DOSSIER, 'persons')),
  }
}

type EventWords = Pick<KeptEvent, 'note' | 'people' | 'lacks'>

/** An event as it is kept; its words are sealed. */
export function eventItem(caseId: string, seq: number, event: KeptEvent): Item {
  const { note, people, lacks, request, ...told } = event
  const words: EventWords = { ...(note && { note }), ...(people && { people }), ...(lacks && { lacks }) }
  const part = eventPart(seq)
  return {
    caseId,
    part,
    ...told,
    ...(request && { request: `${request.id}.${request.body}` }),
    ...(Object.keys(words).length > 0 && {
      words: seal(JSON.stringify(words), place(caseId, part, 'words')),
    }),
  }
}

const eventOf = (caseId: string, { caseId: _case, part, words, request, ...told }: Item): KeptEvent => {
  const [id = '', body = ''] = typeof request === 'string' ? request.split('.') : []
  return {
    ...(told as unknown as KeptEvent & { facts?: CaseFacts }),
    ...(typeof words === 'string' &&
      (JSON.parse(open(words, place(caseId, String(part), 'words'))) as EventWords)),
    ...(id && { request: { id, body } }),
  }
}

/** What a row of an inbox beside the case's own step repeats of it. */
function summaryOf(kept: KeptCase, part: string): Item {
  const { caseId, caseNumber, status, hallId, serviceId, serviceName, receivedAt, promisedDays } = kept
  const { promisedDay, promisedDayPending, handOver } = kept
  return {
    ...{
      caseId,
      part,
      caseNumber,
      status,
      hallId,
      serviceId,
      serviceName,
      receivedAt,
      promisedDays,
      handOver,
    },
    ...(promisedDay && { promisedDay }),
    ...(promisedDayPending !== undefined && { promisedDayPending }),
    applicantName: seal(kept.applicant.name, place(caseId, part, 'applicantName')),
    // beside the case's own step in one inbox
    dueOrder: `${dueOrder(kept)}#${part}`,
  }
}

/** What somebody asks the director for, as it waits in the director's inbox. */
export const askItem = (kept: KeptCase, { reason, ...ask }: Ask): Item => ({
  ...summaryOf(kept, ASK),
  inbox: inboxOf(kept.hallId, 'director'),
  about: ask.of,
  since: ask.at,
  ask,
  reason: seal(reason, place(kept.caseId, ASK, 'reason')),
})

/** A meeting as it waits in an office's inbox. */
export const inviteItem = (kept: KeptCase, officeId: string, at: string): Item => ({
  ...summaryOf(kept, invitePart(officeId)),
  inbox: inboxOf(kept.hallId, { office: officeId }),
  about: 'meeting',
  since: at,
})

/** Every item of a new case. */
export const partsOf = (kept: KeptCase): Item[] => [
  {
    caseId: kept.caseId,
    part: HEAD,
    ...headOf(kept),
    applicantName: seal(kept.applicant.name, place(kept.caseId, HEAD, 'applicantName')),
  },
  dossierOf(kept),
  ...kept.events.map((event, at) => eventItem(kept.caseId, at + 1, event)),
]

/** The case that its items make; undefined for none. */
export function wholeOf(items: readonly Item[]): KeptCase | undefined {
  const part = (name: string): Item | undefined => items.find((item) => item.part === name)
  const [head, dossier, ask] = [part(HEAD), part(DOSSIER), part(ASK)]
  if (!head || !dossier) return undefined
  const caseId = String(head.caseId)
  const persons = JSON.parse(open(String(dossier.persons), place(caseId, DOSSIER, 'persons'))) as Sealed
  const { agent, ...numbers } = persons
  const {
    part: _head,
    applicantName,
    deskQueue: _q,
    inbox: _i,
    dueOrder: _d,
    lacksNumber: _l,
    ...known
  } = head
  const { about: _about, ...kept } = known
  const { part: _dossier, persons: _persons, ...handed } = dossier
  return {
    ...(handed as unknown as KeptCase),
    ...(kept as unknown as KeptCase),
    applicant: {
      name: open(String(applicantName), place(caseId, HEAD, 'applicantName')),
      ...numbers,
    },
    ...(agent && { agent }),
    events: items
      .filter(({ part: name }) => /^\d{4}$/.test(String(name)))
      .map((item) => eventOf(caseId, item)),
    ...(ask && {
      ask: {
        ...(ask.ask as Omit<Ask, 'reason'>),
        reason: open(String(ask.reason), place(caseId, ASK, 'reason')),
      },
    }),
    invited: items.flatMap(({ part: name }) => /^invite\.(.+)$/.exec(String(name))?.[1] ?? []),
  }
}

/** The kind of a row in an inbox, by the item it stands for. */
export const rowOf = (part: string): InboxRow['row'] =>
  part === HEAD ? 'step' : part === ASK ? 'ask' : 'meeting'
