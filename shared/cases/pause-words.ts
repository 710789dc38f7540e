import type { PauseKind } from './case'

/** 特别程序 as papers and screens name them. */
export const pauseKindWords: Readonly<Record<PauseKind, string>> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
  publicity: '公示',
  'site-survey': '现场踏勘',
  argument: '技术论证',
  'other-organ': '上级或者别的机关批复',
}

/** Kinds that stop the clock by law (行政许可法 art. 45); the others only as the item's guide provides. */
const byLaw: readonly PauseKind[] = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
]

/** True when the law itself takes the time out of the limit. */
export const isByLaw = (kind: PauseKind): boolean => byLaw.includes(kind)
