import { useState } from 'react'
import { acceptCase, concludeCase, declineCase, issueCase } from '@one-window/shared/cases/endpoints'
import type { Case } from '@one-window/shared/cases/case'
import { go } from '@/gateways/go'
import { TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'
import { ActionBar, type DeskAction } from './action-bar'
import { ReasonSheet } from './reason-sheet'

type Asking = 'decline' | 'refuse' | undefined

interface CaseActionsProps {
  told: Case
  fresh?: boolean
  onChanged: () => void
  onNext?: DeskAction
}

/** The one next action of a case by its status, and the ways beside it. */
export function CaseActions({ told, fresh, onChanged, onNext }: CaseActionsProps) {
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
          hint={asking === 'decline' ? '哪一条不符合，还能怎么办' : '为什么没有批准，还能怎么办'}
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
