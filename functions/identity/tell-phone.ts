import { tellPhone } from '@one-window/shared/identity/endpoints'
import { maskPhone } from '@one-window/shared/identity/identity'
import { implement } from '../platform/implement'
import { wechat } from '../platform/wechat'
import { changed } from './changed'

/** Only a number that WeChat vouches for raises the level; one that is typed takes a vouched one's level away. */
export default implement(tellPhone, async (asked, context) => {
  const vouched = 'code' in asked
  const phone = vouched ? (await wechat().phoneOf(asked.code)).phone : asked.phone
  const { realName } = await changed(context, (account) => {
    if (vouched) return { phone, ...(account.realName === 'none' && { realName: 'phone' as const }) }
    return { phone, ...(account.realName === 'phone' && { realName: 'none' as const }) }
  })
  return { phone: maskPhone(phone), realName }
})
