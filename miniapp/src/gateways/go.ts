import Taro from '@tarojs/taro'

type Query = Record<string, string | undefined>

const url = (path: string, query: Query = {}): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const text = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
  return text ? `${path}?${text}` : path
}
const open = (path: string, query?: Query) => void Taro.navigateTo({ url: url(path, query) })
const replace = (path: string, query?: Query) => void Taro.redirectTo({ url: url(path, query) })
const tab = (path: string) => void Taro.switchTab({ url: path })

/** Where a person may go; the only place that writes addresses of pages. */
export const go = {
  home: () => tab('/pages/home/index'),
  guides: () => tab('/pages/guides/index'),
  mine: () => tab('/pages/mine/index'),
  guide: (serviceId: string) => open('/subpackages/guide/index', { serviceId }),
  slots: (booked: { serviceId: string; hallId?: string; move?: string }) =>
    open('/subpackages/booking/slots', booked),
  confirm: (chosen: { serviceId: string; slotId: string }) => open('/subpackages/booking/confirm', chosen),
  booked: (bookingId: string) => replace('/subpackages/booking/done', { bookingId }),
  booking: (bookingId: string) => open('/subpackages/booking/done', { bookingId }),
  case: (caseId: string) => open('/subpackages/cases/case', { caseId }),
  rate: (caseId: string, contact: number) =>
    open('/subpackages/rating/rate', { caseId, contact: String(contact) }),
  /** The one more rating after a poor one was looked into. */
  rateAgain: (caseId: string, contact: number) =>
    open('/subpackages/rating/rate', { caseId, contact: String(contact), again: 'again' }),
  /** The rating that a scanned code or a message's link opens, in place of the page that read it. */
  openedRating: (caseId: string, contact: number, from: string) =>
    replace('/subpackages/rating/rate', { caseId, contact: String(contact), from }),
  ratingCode: (code: string, from: string) => open('/subpackages/rating/rate', { code, from }),
  rated: (caseId: string, contact: number) =>
    replace('/subpackages/rating/follow-up', { caseId, contact: String(contact) }),
  followUp: (caseId: string, contact: number) =>
    open('/subpackages/rating/follow-up', { caseId, contact: String(contact) }),
  /** The notice on personal data; `ask` when a call waits for the answer. */
  notice: (ask?: 'ask') => open('/subpackages/account/notice', { ask }),
  myData: () => open('/subpackages/account/data'),
  realName: () => open('/subpackages/account/real-name'),
  phone: () => open('/subpackages/account/phone'),
  findCase: () => open('/subpackages/account/find-case'),
  /** A pre-check, or the beginning of one for a service. */
  precheck: (of: { precheckId: string } | { serviceId: string }) => open('/subpackages/precheck/index', of),
  /** One that has just begun, in place of the page that began it. */
  begunPrecheck: (precheckId: string) => replace('/subpackages/precheck/index', { precheckId }),
  prechecks: () => open('/subpackages/precheck/list'),
  deskPrechecks: () => replace('/subpackages/precheck-desk/index'),
  desk: () => open('/subpackages/desk/index'),
  /** The work screens of the desk stand side by side: one takes the place of the other. */
  deskQueue: () => replace('/subpackages/desk/index'),
  deskCases: () => replace('/subpackages/desk/cases'),
  deskHall: () => replace('/subpackages/desk/hall'),
  deskEntries: () => replace('/subpackages/desk/entries'),
  deskHandOver: () => replace('/subpackages/desk/hand-over'),
  approvals: () => open('/subpackages/approvals/index'),
  approvalsList: () => replace('/subpackages/approvals/index'),
  deputies: () => open('/subpackages/approvals/deputies'),
  /** A paper of a case, as it comes out of the printer. */
  printPaper: (caseId: string, paper: string) => open('/subpackages/desk/print', { caseId, paper }),
  printGuide: (serviceId: string, missing?: readonly string[]) =>
    open('/subpackages/desk/print', { serviceId, missing: missing?.join(',') }),
  oversight: () => open('/subpackages/oversight/index'),
  tasks: () => open('/subpackages/oversight/tasks'),
  month: () => open('/subpackages/oversight/month'),
  /** The screens of oversight stand side by side: one takes the place of the other. */
  oversightInbox: () => replace('/subpackages/oversight/index'),
  oversightTasks: () => replace('/subpackages/oversight/tasks'),
  oversightMonth: () => replace('/subpackages/oversight/month'),
  oversightSuspicions: () => replace('/subpackages/oversight/suspicions'),
  followUpAtWork: (followUpId: string) => open('/subpackages/oversight/follow-up', { followUpId }),
  dossier: (followUpId: string) => open('/subpackages/oversight/dossier', { followUpId }),
  monthRatings: (month: string, figure: string) => open('/subpackages/oversight/ratings', { month, figure }),
  printMonth: (month: string) => open('/subpackages/oversight/print', { month }),
  myRatings: () => open('/subpackages/desk/my-ratings'),
  deskCalls: () => replace('/subpackages/desk/calls'),
  deskVillage: () => replace('/subpackages/desk/village'),
  deskGuides: () => replace('/subpackages/catalogue-desk/index'),
  keepGuides: () => open('/subpackages/catalogue-desk/index'),
  importTable: () => open('/subpackages/catalogue-desk/import'),
  handOver: (date: string) => open('/subpackages/desk/hand-over', { date }),
  staff: () => open('/subpackages/staff/index'),
  audit: () => open('/subpackages/staff/audit'),
  staffList: () => replace('/subpackages/staff/index'),
  auditList: () => replace('/subpackages/staff/audit'),
  staffSignIn: () => open('/subpackages/staff/sign-in'),
  staffBind: () => open('/subpackages/staff/bind'),
  /** The phone lets a PC in; without a ticket it scans one first. */
  confirmDesk: (ticketId?: string) => open('/subpackages/staff/confirm-desk', { ticketId }),
  /** To the page before, or home when there is none (an address opened from outside). */
  back: () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else go.home()
  },
}

/** The page's query. */
export const query = (): Readonly<Record<string, string | undefined>> =>
  Taro.getCurrentInstance().router?.params ?? {}
