import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  acceptCase,
  concludeCase,
  declineCase,
  issueCase,
  viewCase,
} from '@one-window/shared/cases/endpoints'
import { caseStatusWords } from '@one-window/shared/cases/lifecycle'
import type { Case, CaseEvent } from '@one-window/shared/cases/case'
import { chinaDay, instantWords, type Day } from '@one-window/shared/foundation/time'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import { Steps, type Step } from '@/components/steps/steps'
import { Tag } from '@/components/tag/tag'
import { go } from '@/gateways/go'
import { StaleLine, TroubleBlank, TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'
import { useLoad, valueOf } from '../foundation/use-load'
import { ActionBar, type DeskAction } from './action-bar'
import { CheckedList } from './checklist-pane'
import { leftWords, promisedWords } from './due-words'
import { PersonHead } from './person-head'
import { ReasonSheet } from './reason-sheet'
import { Facts } from './service-card'

interface CaseWorkProps {
  caseId: string
  at: Date
  /** It was accepted a moment ago: its paper comes first. */
  fresh?: boolean
  onChanged: () => void
  /** The next person, when there is nothing more to do here. */
  onNext?: DeskAction
}

type Asking = 'decline' | 'refuse' | undefined

/** A case at the desk: how it stands, its time, its papers, and the one next action. */
export function CaseWork({ caseId, at, fresh, onChanged, onNext }: CaseWorkProps) {
  const loaded = useLoad(viewCase, { caseId }, { fresh: true })
  const told = valueOf(loaded)
  if (loaded.state === 'failed') {
    return (
      <View className="desk-m is-whole">
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </View>
    )
  }
  if (!told) {
    return (
      <>
        <View className="desk-m">
          <View className="desk-mid">
            <SkelHead />
            <SkelCard lines={4} />
          </View>
        </View>
        <View className="desk-r">
          <SkelCard lines={5} />
        </View>
      </>
    )
  }
  const changed = () => {
    loaded.reload()
    onChanged()
  }
  return (
    <>
      <View className="desk-m">
        <View className="pane-scroll desk-mid">
          <StaleLine loaded={loaded} reload={loaded.reload} />
          <CaseHead told={told} today={chinaDay(at)} />
        </View>
      </View>
      <View className="desk-r" {...{ role: 'region', 'aria-label': '材料和经过' }}>
        <View className="pane-head t-b">收到的材料</View>
        <View className="pane-scroll">
          <CheckedList materials={told.materials} />
          <View className="queue-group">经过</View>
          <View className="pane-in">
            <Steps steps={told.events.map(eventStep)} />
          </View>
        </View>
      </View>
      <CaseActions key={told.status} told={told} fresh={fresh} onChanged={changed} onNext={onNext} />
    </>
  )
}

const eventWords: Readonly<Record<CaseEvent['action'], string>> = {
  receive: '收件',
  accept: '受理',
  decline: '不予受理',
  conclude: '办结',
  issue: '出件',
}

const eventStep = ({ action, at, note }: CaseEvent): Step => ({
  state: action === 'decline' ? 'stopped' : 'done',
  name: eventWords[action],
  time: instantWords(at),
  note,
})

function CaseHead({ told, today }: { told: Case; today: Day }) {
  const due = told.status === 'accepted' && told.promisedDay ? leftWords(told.promisedDay, today) : undefined
  return (
    <>
      <PersonHead
        name={told.applicant.name}
        note={[told.applicant.idNumber, told.applicant.phone].filter(Boolean).join('，') || '没有留电话'}
        side={<View className="t-b c-1">{told.caseNumber}</View>}
      />
      <View className="desk-card">
        <View className="desk-card-head">
          <View className="desk-card-name">
            <View className="t-4 t-b">{told.serviceName}</View>
            <Tag kind={told.status === 'declined' ? 'warn' : told.status === 'issued' ? 'done' : 'action'}>
              {caseStatusWords[told.status]}
            </Tag>
          </View>
          {due && <Tag kind={due.kind === 'due' ? 'warn' : due.kind}>{due.words}</Tag>}
        </View>
        {told.officialName !== told.serviceName && (
          <View className="desk-card-line t-2 c-2">{told.officialName}</View>
        )}
        <Facts
          facts={[
            { name: '最晚办好', ...promisedWords(told) },
            { name: '收件', say: instantWords(told.receivedAt) },
            ...(told.acceptedAt ? [{ name: '受理', say: instantWords(told.acceptedAt) }] : []),
            ...(told.outcome
              ? [{ name: '结果', say: told.outcome === 'granted' ? '批准了' : '没有批准' }]
              : []),
          ]}
        />
      </View>
    </>
  )
}

interface CaseActionsProps {
  told: Case
  fresh?: boolean
  onChanged: () => void
  onNext?: DeskAction
}

function CaseActions({ told, fresh, onChanged, onNext }: CaseActionsProps) {
  const [asking, setAsking] = useState<Asking>()
  const [printed, setPrinted] = useState(!fresh)
  const accept = useAction(acceptCase)
  const decline = useAction(declineCase)
  const conclude = useAction(concludeCase)
  const issue = useAction(issueCase)
  const { caseId } = told
  const busy = accept.busy || decline.busy || conclude.busy || issue.busy
  const trouble = accept.trouble ?? decline.trouble ?? conclude.trouble ?? issue.trouble

  const then = async (done: Promise<Case | undefined>) => {
    if (!(await done)) return
    setAsking(undefined)
    onChanged()
  }
  const print = (words: string): DeskAction => ({
    words,
    run: () => {
      setPrinted(true)
      go.printNotice(caseId)
    },
  })
  const notice = print(told.status === 'declined' ? '打印不予受理通知书' : '打印受理通知书')
  const shared = {
    quiet: asking !== undefined,
    trouble: asking ? undefined : <TroubleNotice trouble={trouble} what="没办成" />,
  }

  const bar = () => {
    switch (told.status) {
      case 'received':
        return (
          <ActionBar
            {...shared}
            say="收下了，还没受理"
            more="材料齐、条件对，就受理；从受理第二天起算时间"
            next={{ words: '受理', run: () => void then(accept.run({ caseId })), busy }}
            others={[{ words: '不予受理', run: () => setAsking('decline') }]}
          />
        )
      case 'accepted': {
        const finish: DeskAction = {
          words: '办结',
          run: () => void then(conclude.run({ caseId, outcome: 'granted' })),
          busy,
        }
        const refuse: DeskAction = { words: '没有批准', run: () => setAsking('refuse') }
        return printed ? (
          <ActionBar
            {...shared}
            say="在办，结果出来就办结"
            more={told.handlingType === 'immediate' ? '即办件：当场办结、当场出件' : '办结后马上告诉申请人'}
            next={finish}
            others={[notice, refuse, ...(onNext ? [onNext] : [])]}
          />
        ) : (
          <ActionBar
            {...shared}
            say="受理了"
            more="打印受理通知书，一式两份，当面给一份"
            kind="done"
            next={notice}
            others={[finish, ...(onNext ? [onNext] : [])]}
          />
        )
      }
      case 'concluded':
        return (
          <ActionBar
            {...shared}
            say={told.outcome === 'refused' ? '没有批准，等申请人来拿决定书' : '办结了，等申请人来领'}
            more="交给本人或代领人，当面核对"
            next={{ words: '出件', run: () => void then(issue.run({ caseId })), busy }}
            others={onNext ? [onNext] : []}
          />
        )
      case 'declined':
        return (
          <ActionBar
            {...shared}
            say="没有受理"
            more="通知书当面给申请人一份"
            kind="warn"
            next={printed && onNext ? onNext : notice}
            others={printed && onNext ? [notice] : []}
          />
        )
      case 'issued':
        return <ActionBar {...shared} say="办完了，结果交到手里了" kind="done" next={onNext} />
    }
  }
  return (
    <>
      {bar()}
      {asking && (
        <ReasonSheet
          about={`${asking}:${caseId}`}
          title={asking === 'decline' ? '不予受理' : '没有批准'}
          say={`${told.applicant.name}会看到这个原因，写清楚、写得让人听得懂。`}
          label="原因"
          hint={asking === 'decline' ? '哪一条不符合，到哪里去办' : '为什么没有批准，还能怎么办'}
          action={asking === 'decline' ? '不予受理' : '办结，没有批准'}
          busy={busy}
          trouble={trouble}
          onClose={() => setAsking(undefined)}
          onSay={(reason) =>
            void then(
              asking === 'decline'
                ? decline.run({ caseId, reason })
                : conclude.run({ caseId, outcome: 'refused', reason }),
            )
          }
        />
      )}
    </>
  )
}
