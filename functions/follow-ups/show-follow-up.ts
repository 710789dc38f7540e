import { crossChecked } from '@one-window/shared/follow-ups/cross-check'
import { unitAppealUntil } from '@one-window/shared/follow-ups/deadlines'
import type { FollowUp, FollowUpTask, FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import { mayDecideAppeal } from '@one-window/shared/follow-ups/who-acts'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import type { Context } from '../platform/implement'
import { findAgain, findTexts, textKey } from '../ratings/public'
import { caseFacts } from './case-facts'
import { eventKey, findEvents, listEvents } from './event-store'
import type { KeptFollowUp } from './follow-up-store'
import type { KeptTask } from './task-store'

/** Follow-ups as the supervisor lists them: what was said once it passed the check, never who said it. */
export async function shownList(followUps: readonly KeptFollowUp[]): Promise<FollowUp[]> {
  const texts = await findTexts(followUps.filter(({ hasText }) => hasText))
  return followUps.map((one) => ({ ...one, ...texts.get(textKey(one)) }))
}

/** A follow-up on one page. */
export async function shownWhole(kept: KeptFollowUp, { caller, now }: Context): Promise<FollowUpWhole> {
  const [[shown], events, facts, again] = await Promise.all([
    shownList([kept]),
    listEvents(kept.followUpId),
    caseFacts(kept.caseId, caller, now),
    kept.ratedAgain ? findAgain(kept) : undefined,
  ])
  return {
    ...shown!,
    events,
    checks: facts ? crossChecked(kept.level, kept.tags, facts) : [],
    again,
    opened: { times: kept.unmasked ?? 0, lastAt: kept.unmaskedAt },
    mayDecideAppeal: mayDecideAppeal(kept, caller.personId),
  }
}

/** Who only has to know that it is late reads no text. */
const readsText = (kind: KeptTask['kind']): boolean => kind !== 'reminder'

/** Tasks as the role reads them. */
export async function shownTasks(
  pairs: readonly { task: KeptTask; kept: KeptFollowUp }[],
): Promise<FollowUpTask[]> {
  const [texts, events] = await Promise.all([
    findTexts(pairs.filter(({ task, kept }) => kept.hasText && readsText(task.kind)).map(({ kept }) => kept)),
    findEvents(
      pairs.flatMap(({ task: { followUpId, seq } }) => (seq === undefined ? [] : [{ followUpId, seq }])),
    ),
  ])
  return pairs.map(({ task: { kind, since, followUpId, seq }, kept }) => {
    const text = texts.get(textKey(kept))
    const asked = seq === undefined ? undefined : events.get(eventKey({ followUpId, seq }))?.words
    const until =
      kind === 'rectify' && kept.rectifyFrom && unitAppealUntil(publishedCalendar, kept.rectifyFrom)
    return {
      ...kept,
      kind,
      since,
      openedOn: chinaDay(new Date(kept.openedAt)),
      ...(text && 'text' in text && { text: text.text }),
      ...(asked !== undefined && { asked }),
      ...(until && 'day' in until && { appealUntil: until.day }),
    }
  })
}

/** One follow-up as a role sees it after its step. */
export const shownTask = async (
  kept: KeptFollowUp,
  kind: KeptTask['kind'],
  since: string,
): Promise<FollowUpTask> =>
  (await shownTasks([{ task: { kind, followUpId: kept.followUpId, since }, kept }]))[0]!
