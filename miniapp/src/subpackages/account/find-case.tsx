import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FoundCase } from '@one-window/shared/cases/found-case'
import { findCaseByNumber } from '@one-window/shared/cases/endpoints'
import { chinaDay, instantWords } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Page } from '@/components/page/page'
import { Steps } from '@/components/steps/steps'
import { foundSentence, foundLine } from '@/features/cases/found-words'
import { TroubleNotice } from '@/features/foundation/states'
import { fieldError, useAction } from '@/features/foundation/use-action'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { CallCell } from '@/features/halls/call-cell'
import { myHallId } from '@/features/halls/my-hall'
import { now } from '@/gateways/clock'
import './account.scss'

const HALL_HOURS = 24

/** 查办件: where a case stands, by its number and query code, for anybody who holds the receipt. */
export default function FindCasePage() {
  const [caseNumber, setCaseNumber] = useState('')
  const [queryCode, setQueryCode] = useState('')
  const [found, setFound] = useState<FoundCase>()
  const find = useAction(findCaseByNumber)
  const hall = valueOf(useLoad(viewHall, { hallId: myHallId() }, { keptForHours: HALL_HOURS }))
  const look = async () => setFound(await find.run({ caseNumber, queryCode }))
  if (found) return <Found found={found} phone={hall?.phone} onBack={() => setFound(undefined)} />
  const missed = find.trouble?.kind === 'refused' && find.trouble.code === 'not-found'

  return (
    <Page
      title="查办件"
      head={
        <>
          <View className="t-say">办到哪了？</View>
          <View className="t-2 c-2 mt-1">不用登录。照着回执填；本人在“办件”里也看得到。</View>
        </>
      }
      dock={
        <>
          <TroubleNotice trouble={missed ? undefined : find.trouble} what="没查成" />
          <Button
            id="find"
            kind="main"
            className={find.trouble && !missed ? 'mt-2' : ''}
            busy={find.busy}
            busyWords="正在查…"
            disabled={!caseNumber.trim() || !queryCode.trim()}
            onPress={() => void look()}
          >
            查一下
          </Button>
        </>
      }
    >
      <Card>
        <Field
          id="case-number"
          label="办件号"
          hint="回执上的办件号"
          maxLength={40}
          value={caseNumber}
          onChange={setCaseNumber}
          error={missed ? '没有查到，请照着回执把号和码再核对一遍' : fieldError(find.trouble, '/caseNumber')}
        />
        <Field
          id="query-code"
          kind="code"
          label="查询码"
          hint="6位数字"
          maxLength={10}
          value={queryCode}
          onChange={setQueryCode}
          error={fieldError(find.trouble, '/queryCode')}
        />
      </Card>
      <Card list>
        <CallCell phone={hall?.phone} />
      </Card>
      <View className="page-note t-2 c-2">回执丢了？带身份证到大厅窗口，当场就能查。</View>
    </Page>
  )
}

interface FoundProps {
  found: FoundCase
  phone: string | null | undefined
  onBack: () => void
}

function Found({ found, phone, onBack }: FoundProps) {
  const today = chinaDay(now())
  const [first, second] = foundSentence(found, today)
  return (
    <Page
      title="查办件"
      head={
        <>
          <View className="t-say">
            <Text className="keep">{first}，</Text>
            <Text className="keep">{second}</Text>
          </View>
          <View className="t-2 c-2 mt-2">{found.serviceName}</View>
        </>
      }
    >
      <Card title="办到哪了">
        <Steps steps={foundLine(found, today)} />
      </Card>
      <Card list>
        <Cell icon="case" title="办件号" note={found.caseNumber} />
        <Cell icon="pin" title={found.hallName} note={`${instantWords(found.receivedAt)}收的材料`} />
        <CallCell phone={phone} />
      </Card>
      <View className="account-actions">
        <Button id="find-other" kind="line" onPress={onBack}>
          再查一件
        </Button>
      </View>
    </Page>
  )
}
