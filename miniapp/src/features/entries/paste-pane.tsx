import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { importNumbers, type EntryResult } from '@one-window/shared/entries/endpoints'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { Notice } from '@/components/notice/notice'
import { Tag } from '@/components/tag/tag'
import { useKeys } from '@/gateways/keys'
import { useSending } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { useDraft } from '../foundation/use-draft'
import { pastedLines, repeated, resultWords, slicesOf, type PastedLine } from './pasted'

interface Tried extends PastedLine {
  result: EntryResult
}

/** Numbers pasted from a list: every line says what would become of it, then those that are right are entered. */
export function PastePane({ hallId, onEntered }: { hallId: string; onEntered: () => void }) {
  const [draft, change, drop] = useDraft(`entries:${hallId}`, { text: '' })
  const [tried, setTried] = useState<Tried[]>()
  const [entered, setEntered] = useState<number>()
  const sending = useSending()
  const lines = pastedLines(draft.text)

  /** Sends lines in slices; undefined when one of them did not arrive. */
  const send = async (sent: readonly PastedLine[], confirm: boolean) => {
    const results: EntryResult[] = []
    let count = 0
    for (const slice of slicesOf(sent)) {
      const rows = slice.map(({ caseNumber, platformNumber }) => ({ caseNumber, platformNumber }))
      const answer = await sending.send(importNumbers, { hallId, rows, confirm })
      if (!answer) return undefined
      results.push(...answer.results.map(({ result }) => result))
      count += answer.entered
    }
    return { results, count }
  }
  const look = async () => {
    const twice = repeated(lines)
    const answer = await send(
      lines.filter((_, at) => !twice[at]),
      false,
    )
    if (!answer) return
    const results = [...answer.results]
    setTried(lines.map((line, at) => ({ ...line, result: twice[at] ? 'twice' : results.shift()! })))
    setEntered(undefined)
  }
  const right = (tried ?? []).filter(({ result }) => result === 'enters')
  const enter = async () => {
    const answer = await send(right, true)
    if (!answer) return
    setEntered(answer.count)
    setTried(undefined)
    drop()
    onEntered()
  }
  const next =
    tried === undefined ? (lines.length > 0 ? look : undefined) : right.length > 0 ? enter : undefined
  useKeys({ F2: next && !sending.busy ? () => void next() : undefined })
  return (
    <View className="paste">
      <Field
        id="paste"
        kind="area"
        label="从表格里贴进来：两列，办件编号、平台编号"
        hint="在表格里选两列，复制，贴到这里"
        maxLength={60_000}
        value={draft.text}
        onChange={(text) => {
          change({ text })
          setTried(undefined)
          setEntered(undefined)
        }}
      />
      <TroubleNotice trouble={sending.trouble} what="没弄成" />
      {entered !== undefined && <Notice kind="done">填上了{entered}件</Notice>}
      {tried && (
        <View className="paste-table" {...{ role: 'table', 'aria-label': '每一行的结果' }}>
          {tried.map(({ caseNumber, platformNumber, result }, at) => (
            <View key={at} className="paste-row" {...{ role: 'row' }}>
              <Text className="paste-line num">{at + 1}</Text>
              <View className="paste-what num">
                <View>{caseNumber}</View>
                <View className="t-2 c-2">{platformNumber || '没有编号'}</View>
              </View>
              <Tag kind={resultWords[result].kind}>{resultWords[result].words}</Tag>
            </View>
          ))}
        </View>
      )}
      {next && (
        <View className="mt-3">
          <Button id="paste-next" kind="main" busy={sending.busy} onPress={() => void next()}>
            {tried === undefined ? `先看一遍，共${lines.length}行` : `填上这${right.length}件`}
            <Kbd>F2</Kbd>
          </Button>
        </View>
      )}
      {tried && right.length === 0 && <Notice kind="warn">没有一行能填上，请照每行的话改好再贴。</Notice>}
    </View>
  )
}
