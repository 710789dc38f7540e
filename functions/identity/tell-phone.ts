import { tellPhone } from '@one-window/shared/identity/endpoints'
import { maskPhone } from '@one-window/shared/identity/identity'
import { implement } from '../platform/implement'
import { wechat } from '../platform/wechat'
import { changed } from './changed'

/** Only a number that WeChat vouches for raises the level; one that is typed takes a vouched one's level away. */
export default implement(tellPhone, async (asked, context) => {
  let given = 'phone' in asked ? asked.phone : undefined
  const { phone, realName } = await changed(context, async (account) => {
    if ('phone' in asked)
      return {
        changes: {
          phone: asked.phone,
          phoneVouched: null,
          ...(account.realName === 'phone' && { realName: 'none' as const }),
        },
      }
    // WeChat tells a code's number once
    given ??= (await wechat().phoneOf(asked.code)).phone
    return {
      changes: {
        phone: given,
        phoneVouched: true,
        ...(account.realName === 'none' && { realName: 'phone' as const }),
      },
    }
  })
  return { phone: maskPhone(phone ?? given ?? ''), realName }
})
