import { contactsOf } from '@one-window/shared/cases/contacts'
import { chinaDay } from '@one-window/shared/foundation/time'
import { askOnScreen } from '@one-window/shared/ratings/endpoints'
import { momentRefusal } from '@one-window/shared/ratings/may-rate'
import { ratingSettings } from '@one-window/shared/ratings/settings'
import { findCase } from '../cases/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { findBareRating } from './rating-store'
import { ask } from './screen-store'

/** The desk shows the question and learns no answer: what it gets back is the time alone. */
export default implement(askOnScreen, async ({ caseId, screenId }, { caller, now }) => {
  const found = await findCase(caseId, caller)
  if (!found) throw new Problem('not-found')
  const contacts = contactsOf(found.events)
  const contact = contacts.at(-1)?.contact ?? 1
  const refusal = momentRefusal(contacts, contact, chinaDay(now))
  if (refusal) throw new Problem(refusal)
  const until = new Date(now.getTime() + ratingSettings.screenMs).toISOString()
  const { hallId, serviceName } = found
  if (await findBareRating({ caseId, contact })) throw new Problem('already-rated')
  const asking = { caseId, contact, serviceName, askedBy: caller.personId, until }
  if (!(await ask(screenId, hallId, asking, now))) throw new Problem('screen-over')
  return { until }
})
