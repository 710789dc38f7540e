import { View } from '@tarojs/components'
import { useState } from 'react'
import { checkTable, confirmTable } from '@one-window/shared/catalogue/endpoints'
import type { CheckedTable } from '@one-window/shared/catalogue/curated'
import { addDays, chinaDay, isDay } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import '@/features/catalogue/curate.scss'
import { TableResult } from '@/features/catalogue/table-result'
import { sendChosen } from '@/features/files/send-chosen'
import { TroubleNotice } from '@/features/foundation/states'
import { fieldError, useAction } from '@/features/foundation/use-action'
import { useDraft } from '@/features/foundation/use-draft'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { go } from '@/gateways/go'
import type { Trouble } from '@/gateways/refusal'
import { chooseTable, letGo } from '@/gateways/upload'

/** The table of items read in: first on trial, then, when nothing is wrong with it, into drafts. */
export default function ImportTable() {
  return (
    <StaffGate title="导入进驻事项表" roles={['director']}>
      {(staff) => <Importing staff={staff} />}
    </StaffGate>
  )
}

function Importing({ staff }: { staff: Staff }) {
  const { hallId } = staff
  const today = chinaDay(useNow())
  const [fileId, setFileId] = useState<string>()
  const [name, setName] = useState('')
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [checked, setChecked] = useState<CheckedTable>()
  const [done, setDone] = useState('')
  const checking = useAction(checkTable)

  const check = async (id: string) => {
    setChecked(undefined)
    setDone('')
    setChecked(await checking.run({ hallId, fileId: id }))
  }
  const choose = async () => {
    setTrouble(undefined)
    const table = await chooseTable()
    if (!table) return
    setSending(true)
    const arrived = await sendChosen(table, { hallId, purpose: 'table' }, () => undefined).ended
    letGo(table)
    setSending(false)
    if ('trouble' in arrived) setTrouble(arrived.trouble)
    if (!('file' in arrived)) return
    setName(table.name)
    setFileId(arrived.file.fileId)
    await check(arrived.file.fileId)
  }
  const busy = sending || checking.busy
  return (
    <Page
      title="导入进驻事项表"
      head={
        <>
          <View className="t-say">先试读，再导入</View>
          <View className="c-2 mt-1">
            列名照导出的表；可以多加“省平台办件类型”“生效日期”两列。试读只看，不改任何东西。
          </View>
        </>
      }
    >
      <View className="curate-table">
        {name && <View className="t-b">{name}</View>}
        <View className="curate-ways">
          <Button
            kind={checked ? 'line' : 'main'}
            id="choose-table"
            busy={busy}
            busyWords="正在读…"
            onPress={() => void choose()}
          >
            {checked ? '改好了，再选一次' : '选一个 xlsx 文件'}
          </Button>
          {fileId && !checked && (
            <Button
              kind="soft"
              id="check-table"
              busy={busy}
              busyWords="正在读…"
              onPress={() => void check(fileId)}
            >
              试读传好的表
            </Button>
          )}
        </View>
        <TroubleNotice trouble={trouble ?? checking.trouble} what="没读成" />
        {done && (
          <Notice kind="done" action={{ words: '去看草稿', onPress: go.back }}>
            {done}
          </Notice>
        )}
        {checked && fileId && !done && (
          <>
            <TableResult checked={checked} />
            {checked.problems.length === 0 && checked.changes.length > 0 && (
              <Confirm
                key={checked.checkId}
                hallId={hallId}
                fileId={fileId}
                checked={checked}
                first={addDays(today, 1)}
                onDone={(count) => setDone(`写好了${count}份草稿。看过再送批准，批准了才生效。`)}
              />
            )}
          </>
        )}
      </View>
    </Page>
  )
}

interface ConfirmProps {
  hallId: string
  fileId: string
  checked: CheckedTable
  first: string
  onDone: (count: number) => void
}

/** Writes the drafts, some at a time; broken off, it goes on where it stopped. */
function Confirm({ hallId, fileId, checked, first, onDone }: ConfirmProps) {
  const { checkId, changes } = checked
  const [draft, change] = useDraft(`import:${hallId}`, { effectiveFrom: first, words: '' })
  const [drafted, setDrafted] = useState(0)
  const confirming = useAction(confirmTable)
  const { effectiveFrom, words } = draft
  const confirm = async () => {
    for (;;) {
      const answer = await confirming.run({ hallId, fileId, checkId, effectiveFrom, source: { words } })
      if (!answer) return
      setDrafted(answer.drafted)
      if (answer.left === 0) return onDone(answer.drafted)
    }
  }
  return (
    <View className="curate-open">
      <View className="t-b">{`导入：写${changes.length}份草稿`}</View>
      <Field
        id="effective-from"
        label="从哪天起生效（表里写了的照表）"
        hint="2026-11-28"
        maxLength={10}
        value={effectiveFrom}
        error={
          fieldError(confirming.trouble, '/effectiveFrom') ??
          (effectiveFrom === '' || isDay(effectiveFrom) ? undefined : '没有这一天，照2026-11-28这样写')
        }
        onChange={(day) => change({ effectiveFrom: day.trim() })}
      />
      <Field
        id="source-words"
        label="依据"
        hint="哪份文件、哪天的表"
        maxLength={200}
        value={words}
        error={fieldError(confirming.trouble, '/source/words')}
        onChange={(text) => change({ words: text })}
      />
      <TroubleNotice trouble={confirming.trouble} what="没导完" />
      <View className="curate-ways">
        <Button
          kind="main"
          id="confirm-table"
          busy={confirming.busy}
          busyWords={`写了${drafted}份，共${changes.length}份…`}
          disabled={!isDay(effectiveFrom)}
          onPress={() => void confirm()}
        >
          确认导入
        </Button>
      </View>
    </View>
  )
}
