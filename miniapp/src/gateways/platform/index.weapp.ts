import { now } from '../clock'

/** WeChat draws the navigation bar and the tab bar. */
export const drawsOwnBars = false
/** Taps come with a keyboard equivalent only in a browser. */
export const hasKeyboard = false
/** WeChat's keyboard of digits. */
export const phoneKeyboard = 'number'

let tapped = 0
/** Somebody is there: WeChat tells a page of no input but what its own parts hear. */
export const noteTap = (): void => {
  tapped = now().getTime()
}
/** When something was tapped last, in milliseconds; 0 when nothing was. */
export const lastTap = (): number => tapped
