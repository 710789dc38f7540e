import { View } from '@tarojs/components'
import { useState } from 'react'
import { tellPhone, whoAmI } from '@one-window/shared/identity/endpoints'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { TroubleNotice } from '@/features/foundation/states'
import { fieldError, useAction } from '@/features/foundation/use-action'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { ResidentGate } from '@/features/identity/resident-gate'
import { PhoneButton } from '@/features/identity/wechat-buttons'
import { go } from '@/gateways/go'
import './account.scss'

/** 手机号: WeChat's own, or typed where WeChat has none or the person would rather type. */
export default function PhonePage() {
  return <ResidentGate title="手机号">{() => <PhoneOf />}</ResidentGate>
}

function PhoneOf() {
  const known = valueOf(useLoad(whoAmI, {}))
  const [phone, setPhone] = useState('')
  const [typing, setTyping] = useState(PhoneButton === undefined)
  const tell = useAction(tellPhone)
  const save = async (given: { code: string } | { phone: string }) => {
    if (await tell.run(given)) go.back()
    else if ('code' in given) setTyping(true)
  }
  return (
    <Page
      title="手机号"
      head={
        <>
          <View className="t-say">有变化打给谁？</View>
          <View className="t-2 c-2 mt-1">预约改时间、办件有结果，打这个电话告诉您。</View>
        </>
      }
    >
      {known?.phone && (
        <Notice kind="quiet" icon="phone">
          现在登记的是{known.phone}
        </Notice>
      )}
      <TroubleNotice trouble={tell.trouble} what="没存上" />
      {PhoneButton && (
        <Card>
          <PhoneButton
            words={tell.busy && !typing ? '正在存…' : '用微信的手机号'}
            onPhone={(code) => (code ? void save({ code }) : setTyping(true))}
          />
        </Card>
      )}
      {typing ? (
        <Card>
          <Field
            id="my-phone"
            kind="phone"
            label={PhoneButton ? '也可以自己填' : '手机号'}
            hint="11位数字"
            maxLength={20}
            value={phone}
            onChange={setPhone}
            error={fieldError(tell.trouble, '/phone')}
            note="加密存着，平时窗口只看得到头尾"
          />
          <View className="mt-4">
            <Button
              id="save-phone"
              kind={PhoneButton ? 'soft' : 'main'}
              busy={tell.busy}
              busyWords="正在存…"
              disabled={!phone.trim()}
              onPress={() => void save({ phone })}
            >
              存好
            </Button>
          </View>
        </Card>
      ) : (
        <View className="account-actions">
          <Button kind="text" id="type-phone" onPress={() => setTyping(true)}>
            自己填一个
          </Button>
        </View>
      )}
      <Card list>
        <Cell icon="shield" title="个人信息怎么用" onPress={() => go.notice()} />
      </Card>
    </Page>
  )
}
