import { bookingLifecycle } from '@one-window/shared/booking/lifecycle'
import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { checkIdentity } from '@one-window/shared/identity/endpoints'
import { checkedWrite, findBookingForDesk, isRepeat } from '../booking/public'
import { blindIndex } from '../platform/crypto'
import type { Write } from '../platform/dynamo'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { accountWrite, changeAccount, findAccount, type Account } from './account-store'
import { findPersonId, lookupDeletion, lookupMove } from './lookup-store'

const ATTEMPTS = 5

/**
 * The window's word wins: an ID number is checked for one account only, and who claimed it before is known by no more
 * than their phone again.
 */
export default implement(checkIdentity, async ({ bookingId, name, idNumber }, context) => {
  const { caller, request } = context
  const blind = blindIndex('id-number', idNumber)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const booking = await findBookingForDesk(caller, bookingId)
    const account = booking && (await findAccount(booking.personId))
    if (!booking || (!account && booking.visitor.relation === 'self')) throw new Problem('not-found')
    if (isRepeat(booking.requests, request)) {
      context.replayed()
      return { realName: booking.realName }
    }
    if (!account || booking.visitor.relation !== 'self')
      throw new Problem('wrong-status', { detail: '这个预约是替别人约的，证件在收件时核对' })
    if (booking.status !== 'served' && !actionsFrom(bookingLifecycle, booking.status).includes('serve'))
      throw new Problem('wrong-status')
    if (name !== booking.visitor.name)
      throw new Problem('bad-input', {
        errors: [{ pointer: '/name', message: '和预约的姓名不一样，请照证件再核对一遍' }],
      })
    const holderId = await findPersonId('id-card', blind)
    const holder = holderId && holderId !== account.personId ? await findAccount(holderId) : undefined
    const beside = [
      lookupMove('id-card', blind, { from: holderId, to: account.personId }),
      ...leftBehind(account, idNumber),
      ...(holder ? [withoutClaim(holder)] : []),
      checkedWrite(booking, request),
    ]
    const changes = { name, idNumber, realName: 'checked' as const }
    const deed = { hallId: booking.hallId, after: changes }
    if (await changeAccount(account, changes, context, { beside, deed }))
      return { realName: changes.realName }
  }
  throw new Problem('busy')
})

/** An ID number that was checked for the account before, and is not the one on the card. */
const leftBehind = ({ realName, idNumber, personId }: Account, onCard: string): Write[] =>
  realName === 'checked' && idNumber !== undefined && idNumber !== onCard
    ? [lookupDeletion('id-card', blindIndex('id-number', idNumber), personId)]
    : []

const withoutClaim = (holder: Account): Write =>
  accountWrite(holder, { idNumber: null, realName: holder.phoneVouched ? 'phone' : 'none' })
