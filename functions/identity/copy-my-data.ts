import { copyMyData } from '@one-window/shared/identity/endpoints'
import { listEveryBookingOf, presentWhole } from '../booking/public'
import { listEveryCaseOf, wholeCase } from '../cases/public'
import { listEveryFileOf, shownFile } from '../files/public'
import { listEveryMessageOf } from '../notifications/public'
import { audited } from '../platform/audit'
import { transact } from '../platform/dynamo'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { listEveryPrecheckOf } from '../prechecks/public'
import { levelsOf, listRatingsOf } from '../ratings/public'
import { findAccount } from './account-store'

/** Whole, for nobody else reads it; that it was copied leaves a row. */
export default implement(copyMyData, async (_, context) => {
  const { personId } = context.caller
  const account = await findAccount(personId)
  if (!account) throw new Problem('not-signed-in')
  const [bookings, cases, messages, prechecks, files] = await Promise.all([
    listEveryBookingOf(personId),
    listEveryCaseOf(personId),
    listEveryMessageOf(personId),
    listEveryPrecheckOf(personId, context),
    listEveryFileOf(personId),
  ])
  const ratings = await Promise.all(cases.map(({ caseId }) => listRatingsOf(caseId)))
  const { name, phone, idNumber, realName, agreed } = account
  await transact([], audited(context, { object: `person:${personId}` }))
  return {
    copiedAt: context.now.toISOString(),
    person: {
      ...(name && { name }),
      ...(phone && { phone }),
      ...(idNumber && { idNumber }),
      realName,
      ...(agreed && { agreed: { ...agreed } }),
    },
    bookings: bookings.map(presentWhole),
    cases: cases.map((kept, place) => wholeCase(kept, levelsOf(ratings[place] ?? []))),
    ratings: ratings.flat(),
    messages,
    prechecks,
    files: files.map(shownFile),
  }
})
