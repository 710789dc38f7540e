import { View } from '@tarojs/components'
import { OpenKind, openWords, type DaySheet, type OpenThing } from '@one-window/shared/hand-overs/hand-over'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Icon } from '@/components/icon/icon'
import type { HandingOver } from './use-hand-over'
import './hand-overs.scss'

/** What each kind is called when nothing of it is open. */
const doneWords: Readonly<Record<OpenKind, string>> = {
  undecided: '收件都有着落',
  'no-number': '二次录入都做了',
  'not-concluded': '即办件都办结了',
  'not-issued': '即办件都出件了',
}

interface OpenThingsProps {
  sheet: DaySheet
  handing: HandingOver
  onDo: (thing: OpenThing) => void
}

/** 下班前几件事: what is done, and what is open, each with a way to do it and a place for the reason. */
export function OpenThings({ sheet, handing, onDo }: OpenThingsProps) {
  const kinds = OpenKind.options.map((kind) => ({
    kind,
    things: sheet.open.filter((thing) => thing.kind === kind),
  }))
  const done = kinds.filter(({ things }) => things.length === 0).length
  return (
    <View className="hand-part" {...{ role: 'region', 'aria-label': '下班前几件事' }}>
      <View className="hand-head">
        <View className="t-b">下班前{kinds.length}件事</View>
        <View className="t-2 c-2 num">
          {done}/{kinds.length}
        </View>
      </View>
      {kinds.map(({ kind, things }) => (
        <View key={kind} className="hand-kind">
          <View className={things.length === 0 ? 'hand-icon c-done' : 'hand-icon c-warn'}>
            <Icon name={things.length === 0 ? 'check' : 'warn'} />
          </View>
          <View className="hand-main">
            <View className="t-b">
              {things.length === 0 ? doneWords[kind] : `${things.length}件${openWords[kind]}`}
            </View>
            {things.map((thing) => (
              <Thing key={thing.caseId} thing={thing} sheet={sheet} handing={handing} onDo={onDo} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

interface ThingProps extends OpenThingsProps {
  thing: OpenThing
}

function Thing({ thing, sheet: { sealed }, handing, onDo }: ThingProps) {
  const { caseId, kind, caseNumber, serviceName, applicantName } = thing
  const kept = sealed?.reasons.find((one) => one.caseId === caseId && one.kind === kind)?.reason
  return (
    <View className="hand-thing">
      <View className="hand-thing-head">
        <View>
          {applicantName} {serviceName}
          <View className="t-2 c-2 num">{caseNumber}</View>
        </View>
        <Button small label={`去办${applicantName}的${serviceName}`} onPress={() => onDo(thing)}>
          去办
        </Button>
      </View>
      {sealed ? (
        <View className="t-2 c-2">移交时的原因：{kept ?? '没有写'}</View>
      ) : (
        <Field
          id={`reason-${kind}-${caseId}`}
          label="今天办不了的原因"
          maxLength={100}
          value={handing.reasonOf(thing)}
          onChange={(reason) => handing.writeReason(thing, reason)}
          error={handing.lacksReason(thing) ? '请写原因，或者先去办' : undefined}
        />
      )}
    </View>
  )
}
