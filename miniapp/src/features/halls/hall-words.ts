import { chinaDay, clockWords, dayWords, shortDay, weekdayWord } from '@one-window/shared/foundation/time'
import type { HallNow } from '@one-window/shared/halls/hall'

/** 现在开门，到下午5:30 or when it opens next; says nothing it does not know. */
export const openWords = ({ now }: HallNow, at: Date): string => {
  if (!now.clock) return now.open ? '现在开门' : '现在没开门'
  if (now.open) return `现在开门，到${clockWords(now.clock)}`
  const day = !now.day || now.day === chinaDay(at) ? '今天' : dayWords(now.day)
  return `现在没开门，${day}${clockWords(now.clock)}开`
}

/** 前面3人在等; nobody waiting is said too, a closed hall has no queue. */
export const waitingWords = ({ now }: HallNow): string => {
  if (!now.open) return '可以先在这里约个时间'
  return now.waiting > 0 ? `前面${now.waiting}人在等` : '现在没人排队，来了就办'
}

/** 11月25日(周三)停电检修，停办一天 */
export const closureWords = ({ date, reason }: HallNow['closures'][number]): string =>
  `${shortDay(date)}(${weekdayWord(date)})${reason}，大厅停办一天`
