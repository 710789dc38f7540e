import { Text, View } from '@tarojs/components'
import type { ExclusionKind, FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import {
  askExtension,
  decideAppeal,
  proposeExclusion,
  transferFollowUp,
} from '@one-window/shared/follow-ups/endpoints'
import { followUpSettings } from '@one-window/shared/follow-ups/settings'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { useKeys } from '@/gateways/keys'
import { fieldError, useAction } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import { useSteppedUp } from '../staff/step-up'
import { KindSegment } from './kind-segment'
import { WordsSheet } from './words-sheet'

/** The acts beside the line of steps. */
export type SideAct = 'exclusion' | 'extension' | 'transfer' | 'appeal'

const buttons: Readonly<Record<SideAct, string>> = {
  exclusion: '误评或恶意',
  extension: '申请延期',
  transfer: '移交纪检',
  appeal: '裁定申诉',
}

/** Those that may be done now. */
const possible = ({
  status,
  exclusion,
  extension,
  transfer,
  appeal,
  mayDecideAppeal,
}: FollowUpWhole): SideAct[] => [
  ...(appeal === 'made' && mayDecideAppeal ? (['appeal'] as const) : []),
  ...(status !== 'closed' && status !== 'triage' && exclusion === undefined ? (['exclusion'] as const) : []),
  ...(status !== 'closed' && extension === undefined ? (['extension'] as const) : []),
  ...(transfer === undefined ? (['transfer'] as const) : []),
]

interface SideActsProps {
  followUp: FollowUpWhole
  asking: SideAct | undefined
  onAsk: (act: SideAct | undefined) => void
}

/** The other ways on, Alt 1, Alt 2 …; each asks in a sheet. */
export function SideActs({ followUp, asking, onAsk }: SideActsProps) {
  const acts = possible(followUp)
  useKeys(Object.fromEntries(acts.map((act, at) => [`Alt+${at + 1}`, asking ? undefined : () => onAsk(act)])))
  if (acts.length === 0) return null
  return (
    <View className="ov-others">
      {acts.map((act, at) => (
        <Button key={act} id={`act-${act}`} kind="line" small onPress={() => onAsk(act)}>
          <Text>{buttons[act]}</Text>
          <Kbd>{`Alt ${at + 1}`}</Kbd>
        </Button>
      ))}
    </View>
  )
}

interface SideSheetProps {
  followUp: FollowUpWhole
  act: SideAct
  onClose: () => void
  onMoved: (moved: FollowUpWhole) => void
}

/** The sheet of an act; what was written stays until it is done. */
export function SideSheet({ followUp, act, onClose, onMoved }: SideSheetProps) {
  const { followUpId, revision } = followUp
  const [draft, change, drop] = useDraft(`follow-up:${followUpId}:${act}`, {
    words: '',
    evidence: '',
    kind: 'mistaken' as ExclusionKind,
  })
  const exclusion = useAction(proposeExclusion)
  const extension = useAction(askExtension)
  const appeal = useAction(decideAppeal)
  const transfer = useSteppedUp(useAction(transferFollowUp))
  const step = { followUpId, revision, words: draft.words.trim() }
  const evidence = draft.evidence
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const then = async (done: Promise<FollowUpWhole | undefined>) => {
    const moved = await done
    if (!moved) return
    drop()
    onMoved(moved)
  }
  const shared = {
    words: draft.words,
    onChange: (words: string) => change({ words }),
    onClose,
  }
  switch (act) {
    case 'extension':
      return (
        <WordsSheet
          {...shared}
          title="申请延期"
          say={`主任批了，再延${followUpSettings.extensionWorkingDays}个工作日，只能一次，会告诉评价人。`}
          label="理由"
          hint="在等什么，等到哪天"
          action="交给主任批"
          busy={extension.busy}
          trouble={extension.trouble}
          onSend={() => void then(extension.run(step))}
        />
      )
    case 'exclusion':
      return (
        <WordsSheet
          {...shared}
          title="提出不予采纳"
          say="纪检会签同意后，这条评价不计入成绩；原话和经过都留着，评价人会知道。"
          label="理由和证据"
          hint="为什么不能算数"
          action="交给纪检会签"
          busy={exclusion.busy}
          trouble={exclusion.trouble}
          onSend={() => void then(exclusion.run({ ...step, kind: draft.kind }))}
        >
          <KindSegment kind={draft.kind} onChoose={(kind) => change({ kind })} />
        </WordsSheet>
      )
    case 'appeal':
      return (
        <WordsSheet
          {...shared}
          title="裁定申诉"
          say="您没有办过这一件，由您裁定。成立的，再交纪检会签，才不计入成绩。"
          label="裁定的理由"
          hint="为什么成立或不成立"
          action="申诉成立"
          busy={appeal.busy}
          trouble={appeal.trouble}
          other={{
            words: '申诉不成立',
            onPress: () => void then(appeal.run({ ...step, accepted: false })),
          }}
          onSend={() => void then(appeal.run({ ...step, accepted: true, kind: draft.kind }))}
        >
          <KindSegment kind={draft.kind} onChoose={(kind) => change({ kind })} />
        </WordsSheet>
      )
    case 'transfer':
      return (
        <>
          <WordsSheet
            {...shared}
            title="移交纪检"
            say="有失职、吃拿卡要的线索才移交。纪检签收；这件差评照常办，照常答复。"
            label="移交的事实"
            hint="谁、什么时候、做了什么"
            action="移交"
            ready={evidence.length > 0}
            busy={transfer.busy}
            trouble={transfer.trouble}
            onSend={() => void then(transfer.run({ ...step, evidence }))}
          >
            <Field
              id="transfer-evidence"
              kind="area"
              label="证据清单，一行一样"
              hint="如：11月23日大厅录像 9:20"
              maxLength={500}
              value={draft.evidence}
              onChange={(next) => change({ evidence: next })}
              error={fieldError(transfer.trouble, '/evidence')}
            />
          </WordsSheet>
          {transfer.sheet}
        </>
      )
  }
}
