import { go } from './go'

let asking: Promise<boolean> | undefined
let decide: ((agreed: boolean) => void) | undefined

/** Shows the notice and waits for what the person decides; calls that ask at the same time get one answer. */
export const askConsent = (): Promise<boolean> => {
  if (asking) return asking
  asking = new Promise((resolve) => {
    decide = resolve
  })
  go.notice('ask')
  return asking
}

/** What the person has decided on the page of the notice; leaving it is a no. */
export const answerConsent = (agreed: boolean): void => {
  decide?.(agreed)
  asking = decide = undefined
}
