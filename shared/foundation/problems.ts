/** Every way the service says no, on one page: the code, the HTTP status, and a title that may be shown as it is. */
const problemsByCode = {
  // the request
  'bad-input': [400, '有几处没填对，请按提示改一下再提交'],
  'body-too-large': [413, '内容太长了，请精简后再提交'],
  'not-json': [400, '没有看懂发来的内容，请刷新页面再试一次'],
  'idempotency-key-missing': [400, '这次提交缺少编号，请刷新页面再试一次'],
  'idempotency-key-reused': [422, '这次提交的编号已经用过了，请刷新页面再提交一次'],
  'no-such-address': [404, '没有这个地址，请从首页重新进入'],
  'method-not-allowed': [405, '不能这样操作，请从首页重新进入'],
  // the caller
  'not-signed-in': [401, '请先登录，再接着办'],
  'not-allowed': [403, '您的身份不能做这一步，请找窗口人员帮忙'],
  'not-found': [404, '没有找到，可能已经删除或不归您查看，请返回列表看看'],
  'consent-required': [403, '请先看一遍个人信息怎么用，同意后接着办'],
  'wechat-code-invalid': [401, '微信没认出这一次，请再点一次'],
  'wechat-unavailable': [503, '微信那边没有回应，请过一会儿再试；到窗口办不受影响'],
  'feature-off': [503, '这里还没接上这项功能，请到窗口办，不受影响'],
  'post-ended': [401, '您的岗位有变动，请重新登录'],
  'totp-wrong': [401, '动态码不对，请等手机上出了新的6位数再输'],
  'too-many-tries': [429, '试的次数太多了，请15分钟后再试'],
  'step-up-required': [403, '这一步要再输一次动态码，输好后接着办'],
  'invitation-invalid': [404, '邀请码不对或过期了，请找管理员重新要一个'],
  'already-bound': [409, '这个微信已经绑了一位工作人员，请换一个微信'],
  'roles-conflict': [409, '这两个岗位不能由一个人兼，请换一个人'],
  'second-person-needed': [409, '这一步要由另一个人确认，请换一位来'],
  'ticket-over': [410, '这个码过期或用过了，请在电脑上换一个新的'],
  'unmask-limit': [429, '这一小时看的次数到上限了，请过一小时再看'],
  'case-still-open': [409, '您还有没办完的事，办完以后再注销'],
  // the service itself
  busy: [503, '现在办的人多，请过几秒再试一次'],
  'our-fault': [500, '系统出了点问题，您填的还在，请稍后再试'],
  'wrong-status': [409, '这件事刚刚有了新进展，请刷新看看现在到哪一步了'],
  'changed-meanwhile': [409, '别人刚刚改过，请刷新后再改'],
  // the catalogue
  'table-unreadable': [400, '这个文件读不出来，请另存为 xlsx 再上传'],
  'table-has-problems': [409, '表里还有没改好的地方，请照清单改好再上传'],
  // booking
  'slot-full': [409, '这个时段刚刚约满了，请换一个时段'],
  'slot-closed': [409, '这个时段大厅停办，请换一个时段'],
  'slot-past': [409, '这个时段来不及约了，请换一个晚些的时段'],
  'slot-not-released': [409, '这一天还没放号，请选近几个工作日'],
  'calendar-not-announced': [409, '这一年的放假安排还没公布，暂时不能约，请选近一点的日子'],
  'already-booked-that-day': [409, '您这一天已经约过了，可以改时间，不用再约'],
  'too-many-bookings': [409, '您已经约满了，办完或取消一个再约'],
  'booking-paused': [409, '您近来几次约了没来，网上预约暂停；请直接到大厅现场取号，照样能办'],
  'booking-elsewhere': [409, '这个预约是别的大厅的，请在那个大厅办'],
  'capacity-below-booked': [409, '这个时段约好的人比新名额多；请先看看会影响谁，再确认'],
  'closure-hits-bookings': [409, '这一天已经有人约了；请先看看会影响谁，再确认停办'],
  'closure-too-late': [409, '这一天已经过去，不能再停办'],
  // cases
  'materials-missing': [409, '还有必须交的材料没收齐，请一次告诉群众缺哪些'],
  'booking-not-live': [409, '这个预约已经取消或用过了，请按现场办理收件'],
  'case-twice': [409, '这个人今天已经办过这件事，请先看看是不是同一件；真是另一件，写明原因再收'],
  'supplement-once': [409, '要补的材料只能一次说全，已经告知过了；还不齐的，可以容缺、不予受理或退件'],
  'gaps-not-allowed': [409, '这几样不在容缺清单里，要收齐才能受理；可以一次告知补正'],
  'not-your-step': [409, '现在这一步不归您办，请看看在谁手里，可以催办'],
  'accepted-by-you': [403, '这件是您受理的，审批要换一个人，请找别的审批人或代理'],
  'returned-once': [409, '这一步已经退过一次，不能再退；请批准、不予批准或申请延长'],
  'ask-pending': [409, '已经有一个在等批了，请等它有了结果再提'],
  'extension-used': [409, '时限只能延长一次，已经延长过了；请抓紧办，或申请暂停'],
  'nothing-asked': [409, '现在没有等您批的申请，请刷新看看'],
  'nothing-owed': [409, '没有容缺待补的材料，不用再收；请看看办到哪一步了'],
  'not-invited': [409, '这次联席会没有请您这个办公室，请找主任'],
  'not-due-yet': [409, '还没到期，不能退件；请等群众来补，或打电话提醒'],
  'pick-up-code-wrong': [409, '取件码不对，请代领的人再问一下本人；本人带身份证来也能领'],
  'number-taken': [409, '这个平台编号已经登记在另一件上了，请核对后再填'],
  'day-has-open-things': [409, '今天还有没了结的事，请办完，或逐件写明原因再移交'],
  'day-handed-over': [409, '这一天已经移交封存，不能再改；要补的记在今天'],
  // files and pre-checks
  'file-not-ready': [409, '有照片还没传好或没通过，请等一下，或重拍那一张再发'],
  'precheck-empty': [409, '还没有新照片，请先拍好再发'],
  'precheck-rounds-over': [409, '已经看过5次了，剩下的带原件来，当面看最快'],
  // ratings
  'already-rated': [409, '这次服务您已经评价过了，谢谢'],
  'not-yet-ratable': [409, '这次服务还没办完，办完就可以评价'],
  'rating-window-over': [409, '评价时间已过，有意见请到大厅窗口或打电话说'],
  'poor-rating-needs-reason': [400, '请选一条不满意的地方，或写一句，我们才知道改哪里'],
  'tag-of-other-level': [400, '有的选项不属于这一档评价，请重新选'],
  'reopened-once': [409, '已经按您说的重新查过一次了，还不满意可以打12345'],
  'appeal-too-late': [409, '申诉的时间过了，有情况请告诉监督员'],
  'screen-over': [410, '这次评价的时间过了，想评请扫窗口的评价码'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemCode = keyof typeof problemsByCode

/** Every code, for the tests and the printed contract. */
export const problemCodes = Object.keys(problemsByCode) as ProblemCode[]

/** The HTTP status of a refusal. */
export const problemStatus = (code: ProblemCode): number => problemsByCode[code][0]

/** What the person reads: what happened and what to do next. */
export const problemTitle = (code: ProblemCode): string => problemsByCode[code][1]

/** A field that was not filled in right: where (JSON pointer) and what to do. */
export interface FieldError {
  pointer: string
  message: string
}

/** The body of a refusal (RFC 9457), `application/problem+json`. Further members belong to the code. */
export interface ProblemBody {
  type: string
  status: number
  code: ProblemCode
  title: string
  detail?: string
  instance?: string
  errors?: FieldError[]
  [member: string]: unknown
}
