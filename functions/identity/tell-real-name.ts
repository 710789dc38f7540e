import { tellRealName } from '@one-window/shared/identity/endpoints'
import { maskIdNumber } from '@one-window/shared/identity/identity'
import { blindIndex } from '../platform/crypto'
import { implement } from '../platform/implement'
import { changed } from './changed'
import { lookupDeletion } from './lookup-store'

/** Given again it corrects (PIPL art. 46): what the window had checked is then only stated, until it checks again. */
export default implement(tellRealName, async ({ name, idNumber }, context) => {
  const account = await changed(context, (before) => {
    const same = before.name === name && (idNumber === undefined || before.idNumber === idNumber)
    if (same && before.realName !== 'none' && before.realName !== 'phone') return { changes: {} }
    const checked = before.realName === 'checked' ? before.idNumber : undefined
    return {
      changes: { name, ...(idNumber && { idNumber }), realName: 'stated' as const },
      ...(checked && {
        beside: [lookupDeletion('id-card', blindIndex('id-number', checked), before.personId)],
      }),
    }
  })
  return {
    name: account.name ?? name,
    ...(account.idNumber && { idNumber: maskIdNumber(account.idNumber) }),
    realName: account.realName,
  }
})
