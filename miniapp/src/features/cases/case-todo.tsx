import { Text, View } from '@tarojs/components'
import type { Case } from '@one-window/shared/cases/case'
import { stillLacking, whatToDo } from '@one-window/shared/cases/case-words'
import { contactToRate, contactWords } from '@one-window/shared/cases/contacts'
import { isUnderWay } from '@one-window/shared/cases/lifecycle'
import type { Day } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { copy } from '@/gateways/clipboard'
import { go } from '@/gateways/go'
import { SendMaterial } from './send-material'
import './cases.scss'

const formWords = { original: '原件', copy: '复印件', electronic: '电子件' } as const

/** What the owner has to do now, with all that is needed for it: the list, the code, the waybill. */
export function CaseTodo({ told, today, onChanged }: { told: Case; today: Day; onChanged: () => void }) {
  const todo = whatToDo(told, today)
  const rate = contactToRate(told.contacts, today)
  return (
    <Card>
      <View className="t-2 c-3">您现在要做的</View>
      <View className="mt-1 t-b t-4">{todo.say}</View>
      <View className="c-2 mt-1">{todo.more}</View>
      <Wanted told={told} onChanged={onChanged} />
      <PickUp told={told} />
      <Waybill told={told} />
      {rate && (
        <View className="mt-3">
          <Button id="to-rate" icon="rate" onPress={() => go.rate(told.caseId, rate.contact)}>
            {contactWords(rate)}办得怎么样？评一下
          </Button>
        </View>
      )}
    </Card>
  )
}

/** Every material that is waited for: what it is, how to make it right, and whether it has to be brought. */
function Wanted({ told, onChanged }: { told: Case; onChanged: () => void }) {
  const lacks =
    told.status === 'supplementing'
      ? stillLacking(told)
      : isUnderWay(told.status)
        ? (told.gaps?.names ?? []).map((name) => ({ name, what: '' }))
        : []
  if (lacks.length === 0) return null
  return (
    <View className="case-wanted">
      {lacks.map(({ name, what }, at) => {
        const material = told.materials.find((one) => one.name === name)
        return (
          <View key={name} className="case-wanted-one">
            <View className="t-b">
              {at + 1}. {name}
            </View>
            {what !== '' && <View>{what}</View>}
            {material && (
              <View className="t-2 c-2">
                {formWords[material.form]}
                {material.copies}份
                {material.form === 'original' ? '，拿到窗口或寄来' : '，在这里拍照交，不用跑一趟'}
              </View>
            )}
            {material && material.form !== 'original' && material.state === 'missing' && (
              <SendMaterial told={told} material={material} onSent={onChanged} />
            )}
          </View>
        )
      })}
    </View>
  )
}

/** The code that somebody else says at the window. */
function PickUp({ told: { status, pickUpCode } }: { told: Case }) {
  if (!pickUpCode || status !== 'concluded') return null
  return (
    <View className="case-code">
      <View className="t-2 c-2">取件码，别人代领要报</View>
      <View className="t-big num case-digits" {...{ 'aria-label': pickUpCode.split('').join(' ') }}>
        <Text className="keep">{pickUpCode.slice(0, 3)}</Text>{' '}
        <Text className="keep">{pickUpCode.slice(3)}</Text>
      </View>
      <View className="t-2 c-2">
        您自己来，带身份证就行。别人代领，把这6位数告诉他，带他的身份证来。不要告诉不放心的人。
      </View>
    </View>
  )
}

function Waybill({ told }: { told: Case }) {
  const post = [...told.events].reverse().find(({ action }) => action === 'post')
  const { carrier = '', waybill } = post?.facts ?? {}
  if (!waybill || told.status !== 'posted') return null
  return (
    <View className="case-code">
      <View className="t-2 c-2">{carrier}单号</View>
      <View className="t-4 t-b num case-waybill">{waybill}</View>
      <View className="mt-2">
        <Button id="copy-waybill" small onPress={() => copy(waybill)}>
          复制单号
        </Button>
      </View>
    </View>
  )
}
