import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { addMonths, chinaDay, instantWords, monthOf, monthWords } from '@one-window/shared/foundation/time'
import { mayDo, matrix } from '@one-window/shared/identity/matrix'
import { exportMonth, viewMonth } from '@one-window/shared/ratings/endpoints'
import type { MonthSheet } from '@one-window/shared/ratings/month-sheet'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { SkelCard } from '@/components/skeleton/skeleton'
import { WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useLoad } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { MonthTable } from '@/features/oversight/month-table'
import { OversightPage } from '@/features/oversight/oversight-page'
import { WordsSheet } from '@/features/oversight/words-sheet'
import { useSteppedUp } from '@/features/staff/step-up'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'
import { saveWorkbook } from '@/gateways/save-file'

const keys = [
  ['← →', '换一个月'],
  ['Esc', '返回'],
] as const

/** The figures of a hall's month: published ones stand, the running month changes every day. */
export default function MonthPage() {
  return (
    <StaffGate title="评价月度表" roles={['supervisor', 'director', 'leader']}>
      {(staff) => <Month staff={staff} />}
    </StaffGate>
  )
}

function Month({ staff }: { staff: Staff }) {
  const at = useNow()
  const { hallId, session } = staff
  const thisMonth = monthOf(chinaDay(at))
  const [month, setMonth] = useState(thisMonth)
  const loaded = useLoad(viewMonth, { month, hallId }, { fresh: true })
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [told, setTold] = useState('')
  const take = useSteppedUp(useAction(exportMonth))
  const reads = mayDo(matrix.monthRatings, session.role)
  const move = (by: number) => {
    const next = addMonths(month, by)
    if (next <= thisMonth) setMonth(next)
  }
  useKeys({
    ArrowLeft: asking ? undefined : () => move(-1),
    ArrowRight: asking ? undefined : () => move(1),
    Escape: asking ? undefined : go.mine,
  })
  const send = async () => {
    const taken = await take.run({ month, hallId, reason: reason.trim() })
    if (!taken) return
    setAsking(false)
    setReason('')
    setTold(await saveWorkbook(taken.fileName, taken.file))
  }
  return (
    <OversightPage
      title="评价月度表"
      staff={staff}
      on="month"
      at={at}
      loaded={loaded}
      keys={keys}
      over={
        <>
          {asking && (
            <WordsSheet
              title="导出"
              say="和屏幕上一样，再加差评清单，不带姓名电话。谁导的、什么时候、做什么用，写在表里，也记下来。"
              label="做什么用"
              hint="如：11月效能通报"
              words={reason}
              onChange={setReason}
              action="导出"
              busy={take.busy}
              trouble={take.trouble}
              onClose={() => {
                take.calm()
                setAsking(false)
              }}
              onSend={() => void send()}
            />
          )}
          {take.sheet}
        </>
      }
    >
      <View className="mo">
        <View className="mo-top">
          <View className="mo-say">
            <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
              {monthWords(month)}
            </View>
            <Text className="t-2 c-2">{loaded.state === 'ready' ? standing(loaded.value) : ''}</Text>
          </View>
          <View className="mo-ways">
            <Button kind="line" small onPress={() => move(-1)}>
              上个月
            </Button>
            <Button kind="line" small disabled={month >= thisMonth} onPress={() => move(1)}>
              下个月
            </Button>
            {reads && (
              <Button id="export" kind="line" small onPress={() => setAsking(true)}>
                导出，和屏幕一样
              </Button>
            )}
            <Button id="print-month" kind="line" small onPress={() => go.printMonth(month)}>
              打印
            </Button>
          </View>
        </View>
        {told && <Notice kind="done">{told}</Notice>}
        <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
          {(sheet) => (
            <>
              <MonthTable
                sheet={sheet}
                onOpen={reads ? (figure) => go.monthRatings(sheet.month, figure) : undefined}
              />
              <Corrections sheet={sheet} />
              <HowToRead sheet={sheet} reads={reads} />
            </>
          )}
        </WhenLoaded>
      </View>
    </OversightPage>
  )
}

const standing = ({ frozen }: MonthSheet): string =>
  frozen
    ? `${instantWords(frozen.at)}公布，数字不再变，快照${frozen.snapshotId}`
    : '这个月还没过完，数字每天在变，下月1日公布'

function Corrections({ sheet }: { sheet: MonthSheet }) {
  if (sheet.corrections.length === 0) return null
  return (
    <View className="ov-card">
      <View className="ov-card-title t-b">更正</View>
      <View className="ov-card-in t-2">
        {sheet.corrections.map(({ month, name, was, is }) => (
          <View key={`${month} ${name}`}>
            {monthWords(month)}
            {name}：原来{was}，现在{is}
          </View>
        ))}
      </View>
    </View>
  )
}

function HowToRead({ sheet, reads }: { sheet: MonthSheet; reads: boolean }) {
  return (
    <View className="ov-card">
      <View className="ov-card-title t-b">看数前先看这里</View>
      <View className="ov-card-in t-2 c-2">
        {reads && <View>划线的数字都能点，点开是那几条。公布以后有更正的，点开按更正后的列。</View>}
        <View>“—”是没有可算的，不是0，也不是100%。评价不到30条的，写“样本少”。</View>
        <View>不予采纳的不算在里面，单独列数。没有默认好评，不评就是没评。追评只看，不改原来的数。</View>
        <View>
          服务次数{sheet.contacts}次、办结{sheet.finished}件
          {sheet.countedTo ? `，数到${sheet.countedTo}` : '，每天夜里数一次'}。
        </View>
      </View>
    </View>
  )
}
