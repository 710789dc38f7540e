import { useState } from 'react'
import type { Case } from '@one-window/shared/cases/case'
import { isOver } from '@one-window/shared/cases/lifecycle'
import type { Service } from '@one-window/shared/catalogue/service'
import { shortDay, type Day } from '@one-window/shared/foundation/time'
import { papersOf, type PaperKind, type PaperRef } from '@one-window/shared/papers/paper-kinds'
import { go } from '@/gateways/go'
import { ActionBar, type DeskAction } from '../desk/action-bar'
import { useSending } from '../foundation/use-action'
import { TroubleNotice } from '../foundation/states'
import type { CaseAct, Said } from './act'
import { ActSheet, runAct } from './act-sheet'
import { actsOf, owed } from './acts-of'

interface CaseActionsProps {
  told: Case
  /** What may follow later, and how a thing is to be brought, stand in the guide. */
  service: Service | undefined
  today: Day
  /** It was done a moment ago: its paper comes first. */
  fresh?: boolean
  /** Where it is decided: nothing is printed, and nothing is done that the windows do. */
  inOffice?: boolean
  onChanged: () => void
  /** The next one, when there is nothing more to do here. */
  onNext?: DeskAction
}

/** The one next thing to do with a case, and the ways beside it: what the service lets the caller do now, nothing else. */
export function CaseActions(props: CaseActionsProps) {
  const { told, service, today, fresh, inOffice = false, onChanged, onNext } = props
  const { caseId, events } = told
  const sending = useSending()
  const [open, setOpen] = useState<CaseAct>()
  /** How many events there were when something was done, and when something was printed. */
  const [done, setDone] = useState(fresh ? events.length : 0)
  const [printed, setPrinted] = useState(0)

  const run = async (act: CaseAct, said?: Said): Promise<boolean> => {
    const after = await runAct(act, sending, caseId, said)
    if (!after) return false
    setOpen(undefined)
    setDone(after.events.length)
    onChanged()
    return true
  }
  const acts = actsOf(told, { service, today, inOffice })
  const actions = acts.map((act): DeskAction => ({
    words: act.words,
    busy: sending.busy,
    run: () => {
      sending.calm()
      if (act.fields.length > 0) setOpen(act)
      else void run(act)
    },
  }))
  const due = !inOffice && done === events.length && printed < events.length ? paperDue(told) : undefined
  const paper: DeskAction | undefined = due && {
    words: `打印${due.title}`,
    run: () => {
      setPrinted(events.length)
      go.printPaper(caseId, due.paper)
    },
  }
  const [next, ...others] = [...(paper ? [paper] : []), ...actions, ...(onNext ? [onNext] : [])]
  return (
    <>
      <ActionBar
        {...(due
          ? { say: saidWords[due.kind] ?? '办好了', more: '当面给申请人一份', kind: 'done' }
          : sayOf(told, acts[0]))}
        quiet={open !== undefined}
        trouble={open ? undefined : <TroubleNotice trouble={sending.trouble} what="没办成" />}
        next={next}
        others={others}
      />
      {open && (
        <ActSheet
          act={open}
          about={caseId}
          sending={sending}
          onClose={() => {
            sending.calm()
            setOpen(undefined)
          }}
          onSend={(said) => run(open, said)}
        />
      )}
    </>
  )
}

/** Papers handed over at once when they come about: the next thing to do is to print them. */
const saidWords: Readonly<Partial<Record<PaperKind, string>>> = {
  acceptance: '受理了',
  gaps: '容缺受理了',
  supplement: '告知了，等他补来',
  decline: '没有受理',
  inform: '不用办',
  terminate: '退件了',
  pause: '暂停了',
  extension: '延长了',
}

/** The paper that what was done last wants printed now. */
const paperDue = (told: Case): PaperRef | undefined => {
  const last = told.events[told.events.length - 1]
  return papersOf(told)
    .reverse()
    .find(({ event, kind }) => event === last && saidWords[kind])
}

interface Says {
  say: string
  more?: string
  kind?: 'plain' | 'warn' | 'done'
}

/** Where the work stands, and what to know before the next key. */
function sayOf(told: Case, next: CaseAct | undefined): Says {
  const { status, holder, ask } = told
  switch (next?.action) {
    case 'pause':
    case 'extend':
      return { say: `${ask?.by ?? ''}在等您批`, more: '批了马上书面告诉申请人' }
    case 'pass':
    case 'approve':
      return { say: '轮到您', more: '看过材料和前面的意见，再定' }
    case 'give-opinion':
      return { say: '联席会请您这个办公室', more: '写了意见，会上就有了' }
    case 'accept':
      return { say: '材料齐了，可以受理', more: '从受理第二天起算时间' }
    case 'supplement':
    case 'supply': {
      const names = owed(told).map(({ name }) => name)
      const until = told.supplement && `，${shortDay(told.supplement.until)}前补来`
      return {
        say: `还差${names.length}样，现在不能受理`,
        more: `缺：${names.join('、')}${until ?? ''}`,
        kind: 'warn',
      }
    }
    case 'forward':
      return { say: '退回来了，改好再报', more: lastNote(told, 'return'), kind: 'warn' }
    case 'resume':
      return { say: '暂停着，有了结果就恢复', more: lastNote(told, 'pause') }
    case 'record-county':
      return { say: `在${holder ?? '县里'}办`, more: '平台上有了结果，照着登记' }
    case 'note-post':
    case 'sign-for':
      return { say: '县里办好了，正寄回大厅' }
    case 'issue':
      return status === 'posted'
        ? { say: '寄出去了', more: '送到了记一下' }
        : {
            say: told.outcome === 'refused' ? '没有批准，等申请人来拿决定书' : '办好了，等申请人来领',
            more: '当面核对身份证',
          }
    case 'urge':
      return { say: `在${holder ?? '别人'}手里`, more: '催办会到对方的待办里，也记进经过' }
    default:
      return isOver(status)
        ? { say: '办完了，不用再做什么', kind: 'done' }
        : { say: holder ? `在${holder}手里` : '现在不用您做什么' }
  }
}

const lastNote = ({ events }: Case, action: string): string | undefined =>
  [...events].reverse().find((event) => event.action === action)?.note
