/** A case in the words of its owner: one sentence first, then what to do now. No word sends anybody to an office. */
import { chinaDay, dayWords, shortDay, type Day } from '../foundation/time'
import type { Case, CaseEvent, CaseSummary } from './case'
import { isUnderWay } from './lifecycle'

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** 12月7日(周一)前办好, 今天办好; or how many working days, while the year it reaches into is not announced. */
const dueWords = ({ promisedDay, promisedDays }: CaseSummary, today: Day): string => {
  if (promisedDay === undefined) return `${promisedDays}个工作日内办好`
  if (promisedDay === today) return '今天办好'
  return promisedDay < today
    ? `比说好的${shortDay(promisedDay, yearOf(today))}晚了`
    : `${dayWords(promisedDay, yearOf(today))}前办好`
}

/** 最晚12月7日(周一)前办好: the pause taken whole; it may be shorter. */
const pausedWords = (told: CaseSummary, today: Day): string =>
  told.promisedDay !== undefined && told.promisedDay > today
    ? `最晚${dueWords(told, today)}`
    : '有了结果马上接着办'

const resultWaits: Readonly<Record<Case['handOver'], string>> = {
  'at-once': '请带身份证到大厅窗口领',
  'by-itself': '您不用来大厅',
  'post-or-window': '到大厅窗口领，也可以寄给您',
  window: '请带身份证到大厅窗口领',
}

/** The one sentence of a case: how it stands, and until when or what next. */
export const caseSentence = (told: CaseSummary, today: Day): [string, string] => {
  const refused = told.outcome === 'refused'
  switch (told.status) {
    case 'received':
      return ['材料收下了', '正在看齐不齐']
    case 'supplementing':
      return ['还差几样材料', '补齐了马上接着办']
    case 'in-review':
    case 'returned':
    case 'at-county':
      return [told.promisedDays === 0 ? '正在办' : '正在审批', dueWords(told, today)]
    case 'paused':
      return ['暂停计时', pausedWords(told, today)]
    case 'coming-back':
      return refused ? ['没有批准', '决定书正寄回大厅'] : ['批下来了', '结果正寄回大厅']
    case 'concluded':
      return refused ? ['没有批准', '请带身份证到大厅窗口领决定书'] : ['办好了', resultWaits[told.handOver]]
    case 'posted':
      return [refused ? '没有批准' : '办好了', '正寄给您']
    case 'issued':
      return ['办完了', '结果已经交给您']
    case 'declined':
      return ['这次没有受理', '原因写在下面']
    case 'not-needed':
      return ['这件事不用办', '原因写在下面']
    case 'withdrawn':
      return ['您撤回了', '要办随时再来']
    case 'terminated':
      return ['这一件退了', '原因写在下面']
  }
}

/** What the words need of a case: the page has all of it, a list and a message only the summary. */
type Told = CaseSummary & Partial<Pick<Case, 'supplement' | 'gaps' | 'materials'>>

/** What was asked for and has not come yet. */
export const stillLacking = ({
  supplement,
  materials,
}: Partial<Pick<Case, 'supplement' | 'materials'>>): NonNullable<Case['supplement']>['lacks'] =>
  (supplement?.lacks ?? []).filter(({ materialId }) =>
    materials?.some((one) => one.materialId === materialId && one.state === 'missing'),
  )

/** What its owner needs to do now; usually nothing. */
export const whatToDo = (told: Told, today: Day): { say: string; more: string } => {
  const nothing = '什么都不用做'
  const year = yearOf(today)
  if (told.gaps && isUnderWay(told.status)) {
    const { names, until } = told.gaps
    return {
      say: `补交${names.length}样材料`,
      more:
        until < today
          ? `说好${shortDay(until, year)}前补齐，已经过了。请马上补交，不然这一件可能要退。`
          : `${until === today ? '今天' : `${dayWords(until, year)}前`}补齐就行，哪个窗口都收，寄来也行。`,
    }
  }
  switch (told.status) {
    case 'received':
      return { say: nothing, more: '受理了，这里马上看得到。' }
    case 'supplementing': {
      if (!told.supplement)
        return { say: '把缺的材料补上', more: '缺什么、怎么补写在下面。补一样也行，哪个窗口都收。' }
      const count = stillLacking(told).length
      const { until } = told.supplement
      if (count === 0) return { say: nothing, more: '材料补齐了，窗口马上看。' }
      return {
        say: `把缺的${count}样材料补上`,
        more:
          until < today
            ? `说好${shortDay(until, year)}前补齐，已经过了。请马上补，不然这一件可能要退。`
            : `${until === today ? '今天' : `${dayWords(until, year)}前`}补齐。补一样也行，哪个窗口都收。`,
      }
    }
    case 'in-review':
    case 'returned':
    case 'at-county':
      return told.promisedDay !== undefined && told.promisedDay < today
        ? { say: nothing, more: '办晚了，对不起。想问问办到哪了，可以打大厅电话。' }
        : { say: nothing, more: '办好了，这里看得到。' }
    case 'paused':
      return { say: nothing, more: '为什么停、停多久写在下面，这几天不算在时限里。' }
    case 'coming-back':
      return { say: nothing, more: '寄到大厅，马上告诉您。' }
    case 'concluded':
      if (told.outcome === 'refused')
        return { say: '到大厅窗口领决定书', more: '带上身份证，哪个窗口都行，不用预约。' }
      if (told.handOver === 'by-itself') return { say: nothing, more: '已经办到位，不用再跑一趟。' }
      return {
        say: '到大厅窗口领结果',
        more: `带上身份证，哪个窗口都行，不用预约。${
          told.handOver === 'post-or-window' ? '想寄到家，打大厅电话说一声。' : ''
        }`,
      }
    case 'posted':
      return { say: '等快递', more: '快递单号写在下面，收到就好。' }
    case 'issued':
      return { say: nothing, more: '有不对的地方，打电话或来窗口说一声。' }
    case 'declined':
      return { say: '看一下原因', more: '按原因补好，再来大厅窗口就行。不清楚的，打电话问窗口。' }
    case 'not-needed':
    case 'terminated':
      return { say: '看一下原因', more: '不清楚的，打电话问窗口。' }
    case 'withdrawn':
      return { say: nothing, more: '材料可以到窗口拿回去。' }
  }
}

/** Why a person had to come, by what happened then. */
const tripReasons: Partial<Record<CaseEvent['action'], string>> = {
  receive: '交材料',
  supply: '补材料',
  redeem: '补交材料',
  withdraw: '撤回',
  issue: '领结果',
}

/** How often the case made its owner come, and what for: 跑了2趟, 10月19日交材料，11月25日领结果. */
export const tripWords = ({
  trips,
  events,
}: Pick<Case, 'trips' | 'events'>): { say: string; more: string } => ({
  say: trips === 0 ? '一趟没跑' : `跑了${trips}趟`,
  more: events
    .filter(({ facts }) => facts?.came)
    .map(({ action, at }) => `${shortDay(chinaDay(new Date(at)))}${tripReasons[action] ?? '来大厅'}`)
    .join('，'),
})
