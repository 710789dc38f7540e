import { go } from './go'

let asking: Promise<boolean> | undefined
let decide: ((agreed: boolean) => void) | undefined
let agreed = false

/** Shows the notice and waits for what the person decides; calls that ask at the same time get one answer. */
export const askConsent = (): Promise<boolean> => {
  if (asking) return asking
  asking = new Promise((resolve) => {
    decide = resolve
  })
  go.notice('ask')
  return asking
}

/** The person has agreed; the call that waits goes on once the page of the notice is left. */
export const decideConsent = (): void => {
  agreed = true
}

/** The page of the notice is left: what waits goes on, or not. Not before, for it may itself open another page. */
export const leaveConsent = (): void => {
  decide?.(agreed)
  asking = decide = undefined
  agreed = false
}
