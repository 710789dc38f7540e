/** What goes when an account ends (注销), and what the law keeps: why, and until when (PIPL art. 47). */

/** Told to the person in these words. */
export const keptByLaw = {
  deleted: [
    '账号和微信登录',
    '姓名、手机号、身份证号',
    '预约里的姓名和手机号',
    '评价里您写的话',
    '给您发的消息',
    '预审和没交进办件的照片',
  ],
  kept: [
    {
      what: '办完的件（事项、申请人、结果）',
      why: '办件档案按档案管理规定保存，已经和您的账号断开',
      until: '档案保管期满',
    },
    {
      what: '操作记录（没有姓名和号码）',
      why: '网络安全法要求留存操作日志',
      until: '至少6个月，之后随档案清理',
    },
  ],
} as const
