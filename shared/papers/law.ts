/** The legal text of papers. 行政许可法 binds permits; everything else follows it as a promise, and the paper says so. */
import type { Service } from '../catalogue/service'
import { paperSettings } from './settings'

/** What the words of the law need of a guide; absent when the guide could not be read. */
export type OfItem = Pick<Service, 'itemType'> | undefined

/** 依照《中华人民共和国行政许可法》第三十二条; 参照 for what is no permit. */
export const under = (item: OfItem, article: string): string =>
  `${item?.itemType === '行政许可' ? '依照' : '参照'}《中华人民共和国行政许可法》第${article}`

/** How a refusal can be reviewed, from when and by whom (行政许可法 art. 38). */
export const remedies = (paper: string): string => {
  const { reviewDays, suitMonths, reviewOrgan } = paperSettings
  return `对${paper}不服的，可以自收到之日起${reviewDays}日内向${reviewOrgan}申请行政复议(《中华人民共和国行政复议法》第二十条、第二十四条)，也可以自收到之日起${suitMonths}个月内向有管辖权的人民法院提起行政诉讼(《中华人民共和国行政诉讼法》第四十六条)。`
}

/** Who hears what went wrong, without a court. */
export const complaints = `办理慢了、多要了材料或者收了不该收的钱，可以向政务服务中心反映，也可以打${paperSettings.helpLine}。`
