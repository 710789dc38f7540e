import { bookSlot } from '@one-window/shared/booking/endpoints'
import { findAccount } from '../identity/public'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { takenPlace, wanted } from './new-booking'

const missing = (pointer: string, message: string): Problem =>
  new Problem('bad-input', { errors: [{ pointer, message }] })

/** The name of a family member says nothing of how well the one who books is known. */
export default implement(bookSlot, async (input, context) => {
  const { personId } = context.caller
  const { name, relation, agreed, ...said } = input.visitor
  const slot = await wanted(input, context.now)
  if (relation === 'villager') throw missing('/visitor/relation', '替村民代约请到大厅或村里的便民服务站')
  if (relation !== 'self' && agreed !== true) throw missing('/visitor/agreed', '请先问过本人，同意了再代约')
  const phone = said.phone ?? (await findAccount(personId))?.phone
  if (!phone) throw missing('/visitor/phone', '请填手机号')
  const forWhom = {
    personId,
    visitor: { name, phone, relation },
    ...(relation !== 'self' && { agreedAt: context.now.toISOString() }),
  }
  return takenPlace(slot, forWhom, context, async () =>
    relation === 'self' ? ((await findAccount(personId))?.realName ?? 'none') : 'none',
  )
})
