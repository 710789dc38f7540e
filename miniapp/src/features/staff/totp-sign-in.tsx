import { View } from '@tarojs/components'
import { useState } from 'react'
import { roleWords } from '@one-window/shared/foundation/roles'
import { signInStaff } from '@one-window/shared/staff/endpoints'
import type { StaffRole } from '@one-window/shared/staff/post'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { TroubleNotice } from '../foundation/states'
import { fieldError, useAction } from '../foundation/use-action'
import type { Trouble } from '@/gateways/refusal'
import { digitsOf, isWhole } from './digits'
import { enter } from './enter'
import { useWechatCode } from './use-wechat-code'

const staffRoles = (Object.keys(roleWords) as (keyof typeof roleWords)[]).filter(
  (role): role is StaffRole => role !== 'resident',
)

/** The posts to choose from, when the service names them with its refusal. */
const offeredBy = (trouble: Trouble | undefined): readonly StaffRole[] | undefined => {
  const roles = trouble?.kind === 'refused' ? trouble.more.roles : undefined
  return Array.isArray(roles) ? staffRoles.filter((role) => roles.includes(role)) : undefined
}

/** Signs a staff member in on their phone: the bound WeChat, and the six digits. */
export function TotpSignIn({ onIn }: { onIn?: () => void }) {
  const [totp, setTotp] = useState('')
  const [role, setRole] = useState<StaffRole>()
  const [choosing, setChoosing] = useState(false)
  const wechat = useWechatCode()
  const signIn = useAction(signInStaff)
  const offered = offeredBy(signIn.trouble)
  const send = async (as: StaffRole | undefined = role) => {
    const code = await wechat.ask()
    if (!code) return
    const tokens = await signIn.run({ code, totp, role: as })
    if (!tokens) return
    enter(tokens)
    onIn?.()
  }
  return (
    <Card title="工作人员登录">
      <TroubleNotice trouble={wechat.trouble ?? signIn.trouble} what="没登录上" />
      <Field
        id="totp"
        kind="code"
        label="动态码软件上的6位数字"
        hint="6位数字"
        note="每30秒换一个，用过的不能再用"
        value={totp}
        onChange={(text) => setTotp(digitsOf(text))}
        error={fieldError(signIn.trouble, '/totp')}
        maxLength={10}
      />
      {choosing || offered ? (
        <View className="mt-3">
          <View className="t-2 c-2 mb-2">您有几个岗位，这次用哪个</View>
          <Chips label="这次用哪个岗位">
            {(offered ?? staffRoles).map((one) => (
              <Chip key={one} on={one === role} onPress={() => setRole(one === role ? undefined : one)}>
                {roleWords[one]}
              </Chip>
            ))}
          </Chips>
        </View>
      ) : (
        <Button kind="text" small onPress={() => setChoosing(true)}>
          有几个岗位？选这次用哪个
        </Button>
      )}
      <View className="mt-3">
        <Button
          id="staff-sign-in"
          kind="main"
          busy={signIn.busy || wechat.busy}
          busyWords="正在登录…"
          disabled={!isWhole(totp)}
          onPress={() => void send()}
        >
          登录
        </Button>
      </View>
    </Card>
  )
}
