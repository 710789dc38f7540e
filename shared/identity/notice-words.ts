/**
 * The notice on personal data in plain words (告知, 个人信息保护法 art. 17): kinds, purposes, who sees, how long, and the
 * rights. What goes when an account ends stands in kept-by-law.ts. A change of substance needs a new `noticeVersion` in notice.ts.
 */

/** One kind of personal data: what it is for, who sees it, and how long it is kept. */
export interface NoticeField {
  readonly what: string
  /** False for what a person may leave out; what is then not possible is said in `why`. */
  readonly needed: boolean
  readonly why: string
  readonly who: string
  readonly until: string
}

/** Every kind of data that is collected, as the page shows them (rules 7.3: field, use, mask, retention). */
export const noticeFields: readonly NoticeField[] = [
  {
    what: '微信编号',
    needed: true,
    why: '认出是您本人回来了，给您发办事提醒。我们看不到您的微信号、头像和好友',
    who: '只有系统用，加密存着，谁也看不到',
    until: '注销时马上删',
  },
  {
    what: '姓名',
    needed: true,
    why: '窗口叫号、填申请、写在办件上',
    who: '窗口平时只看到一部分(王*明)，要看全得写原因，系统会记下来',
    until: '注销时马上删；写进办件的跟着档案走',
  },
  {
    what: '手机号',
    needed: true,
    why: '预约有变化、办件有结果时找得到您',
    who: '窗口平时只看到头尾(138****1234)，要看全得写原因，系统会记下来',
    until: '注销时马上删；写进办件的跟着档案走',
  },
  {
    what: '身份证号',
    needed: false,
    why: '只有法律要求实名的事才用，比如低保、医保、社保卡。不填也能预约，到窗口出示证件就行',
    who: '加密存着，平时只看到头尾，要看全得写原因，系统会记下来',
    until: '注销时马上删；写进办件的跟着档案走',
  },
  {
    what: '预约和办件',
    needed: true,
    why: '给您留时间、收材料、办事、出结果',
    who: '您去的那个大厅的窗口人员、审批的人',
    until: '预约里的姓名和电话，注销时马上删；办件按档案管理规定留',
  },
  {
    what: '材料照片',
    needed: false,
    why: '先拍给窗口看行不行，少跑一趟。不拍也能办，带原件来就行。照片里的拍摄地点会自动去掉，印上只用于办哪件事',
    who: '发出以后，您选的那个大厅的窗口人员',
    until: '没发出的30天，撤回或注销时马上删；交进办件的跟着档案走',
  },
  {
    what: '评价和您写的话',
    needed: false,
    why: '知道哪里没办好，去改',
    who: '监督员看得到；办事的窗口看不到是谁评的',
    until: '注销时删掉您写的话',
  },
  {
    what: '登录和操作记录',
    needed: true,
    why: '防止别人冒用，查得清谁看过您的信息',
    who: '只有查问题的人看得到',
    until: '网络安全法要求至少留6个月，里面没有姓名和号码',
  },
]

/** What a person may do with what is kept of them, and where (个人信息保护法 art. 44–50). */
export const noticeRights: readonly { readonly right: string; readonly how: string }[] = [
  { right: '看、下载', how: '“我的数据”里随时看，点一下就能下载一份' },
  { right: '改', how: '姓名、手机号、身份证号在“我的数据”里改；办件里的，请窗口改' },
  { right: '删、注销', how: '“我的数据”最下面。法律规定要留的，会告诉您为什么、留到什么时候' },
  { right: '不同意、收回同意', how: '不同意也能办：到大厅窗口或村里的服务站办，一样办。收回就点注销' },
  { right: '问、投诉', how: '打大厅电话或到窗口说，15个工作日内答复您' },
]

/** Others who handle data for the hall (art. 21, 36). */
export const noticeOthers: readonly string[] = [
  '数据都存在国内的云服务器上，不出境。姓名、电话、证件号都加了密，云服务商看不到。',
  '登录、拿手机号、发提醒要经过微信。除此以外，不给别的公司。',
  '办事要别的部门审批的，只把这件事要用的给那个部门。',
]
