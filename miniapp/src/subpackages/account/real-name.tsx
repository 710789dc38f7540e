import { View } from '@tarojs/components'
import { useState } from 'react'
import { tellRealName, whoAmI } from '@one-window/shared/identity/endpoints'
import { idNumberTrouble, readIdNumber } from '@one-window/shared/identity/identity'
import { realNameWords } from '@one-window/shared/identity/session'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { TroubleNotice } from '@/features/foundation/states'
import { fieldError, useAction } from '@/features/foundation/use-action'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { ResidentGate } from '@/features/identity/resident-gate'
import { go } from '@/gateways/go'
import { keepSession, type Session } from '@/gateways/session'

/** 真实姓名: the name, and the ID number for what needs it. Neither is kept on the phone while it is typed. */
export default function RealNamePage() {
  return <ResidentGate title="真实姓名">{(session) => <RealName session={session} />}</ResidentGate>
}

function RealName({ session }: { session: Session }) {
  const known = valueOf(useLoad(whoAmI, {}))
  const [name, setName] = useState(session.greeting)
  const [idNumber, setIdNumber] = useState('')
  const [looked, setLooked] = useState(false)
  const tell = useAction(tellRealName)
  const read = readIdNumber(idNumber)
  const wrong = read && looked ? idNumberTrouble(read) : undefined

  const save = async () => {
    setLooked(true)
    if (read && idNumberTrouble(read)) return
    const told = await tell.run({ name, idNumber: read || undefined })
    if (!told) return
    keepSession({ ...session, greeting: told.name })
    go.back()
  }

  return (
    <Page
      title="真实姓名"
      head={
        <>
          <View className="t-say">您叫什么？</View>
          <View className="t-2 c-2 mt-1">照身份证写。窗口按这个名字叫您。</View>
        </>
      }
      dock={
        <>
          <TroubleNotice trouble={tell.trouble} what="没存上" />
          <Button
            id="save-name"
            kind="main"
            className={tell.trouble ? 'mt-2' : ''}
            busy={tell.busy}
            busyWords="正在存…"
            disabled={!name.trim()}
            onPress={() => void save()}
          >
            存好
          </Button>
        </>
      }
    >
      {known && known.realName !== 'none' && (
        <Notice kind="quiet" icon="shield">
          现在：{realNameWords[known.realName]}
          {known.idNumber ? `，身份证${known.idNumber}` : ''}
        </Notice>
      )}
      <Card>
        <Field
          id="real-name"
          label="姓名"
          hint="身份证上的名字"
          maxLength={50}
          value={name}
          onChange={setName}
          error={fieldError(tell.trouble, '/name')}
        />
        <Field
          id="id-number"
          kind="id-number"
          label="身份证号(可以不填)"
          hint="18位"
          maxLength={20}
          value={idNumber}
          onChange={(text) => {
            setIdNumber(text)
            setLooked(readIdNumber(text).length >= 18)
          }}
          error={wrong ?? fieldError(tell.trouble, '/idNumber')}
          note={
            known?.idNumber
              ? '再填一次就是改；不填，原来的不变'
              : '最后一位可能是X。加密存着，平时只看得到头尾'
          }
        />
      </Card>
      <Card title="要不要填身份证号">
        <View>约时间、看办件、评价，有手机号就行，不用填。</View>
        <View className="mt-2">低保、医保、社保卡、养老这些要认准本人的，填了到窗口少抄一遍。</View>
      </Card>
      <Card list>
        <Cell icon="shield" title="个人信息怎么用" onPress={() => go.notice()} />
      </Card>
    </Page>
  )
}
