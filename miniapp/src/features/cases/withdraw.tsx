import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Case } from '@one-window/shared/cases/case'
import { withdrawMyCase } from '@one-window/shared/cases/endpoints'
import { Button, ButtonRow } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import { fieldError, useAction } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import { useDraft } from '../foundation/use-draft'

interface WithdrawSheetProps {
  told: Case
  onClose: () => void
  onDone: () => void
}

/** Asks once more before a case is taken back: what follows, and why if the person wants to say so. */
export function WithdrawSheet({ told, onClose, onDone }: WithdrawSheetProps) {
  const [draft, change, drop] = useDraft(`withdraw:${told.caseId}`, { reason: '' })
  const withdraw = useAction(withdrawMyCase)
  const send = async () => {
    const reason = draft.reason.trim()
    if (!(await withdraw.run({ caseId: told.caseId, ...(reason !== '' && { reason }) }))) return
    drop()
    onDone()
  }
  return (
    <Sheet title="真的要撤回吗？" onClose={onClose}>
      <View className="c-2 mt-2 mb-3">
        撤回以后，“{told.serviceName}”就不办了，材料到窗口拿回去。以后要办，重新来就行。
      </View>
      <Field
        id="withdraw-reason"
        label="为什么撤回(可以不写)"
        maxLength={100}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={fieldError(withdraw.trouble, '/reason')}
      />
      <TroubleNotice trouble={withdraw.trouble} what="没撤成" />
      <View className="mt-4">
        <ButtonRow>
          <Button kind="line" onPress={onClose}>
            不撤了
          </Button>
          <Button id="withdraw-send" kind="bad" busy={withdraw.busy} onPress={() => void send()}>
            撤回
          </Button>
        </ButtonRow>
      </View>
    </Sheet>
  )
}

/** The way to take a case back, while its life allows it. */
export const useWithdraw = (told: Case | undefined, onDone: () => void) => {
  const [asking, setAsking] = useState(false)
  const may = told?.actions.includes('withdraw') === true
  return {
    ask: may ? () => setAsking(true) : undefined,
    sheet:
      asking && told && may ? (
        <WithdrawSheet
          told={told}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            onDone()
          }}
        />
      ) : undefined,
  }
}
