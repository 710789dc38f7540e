/** One chosen file on its way: a ticket, the sending, the check; over a line that breaks, and tickets that run out. */
import { openUpload, viewFile } from '@one-window/shared/files/endpoints'
import type { FilePurpose, FileShown } from '@one-window/shared/files/file'
import { call } from '@/gateways/api'
import { now } from '@/gateways/clock'
import { Broken, troubleOf, Unreachable, type Trouble } from '@/gateways/refusal'
import { sendFile, type Chosen, type Sending } from '@/gateways/upload'
import { newIdempotencyKey } from '@/gateways/wire'
import { isWorthTrying, pauseBefore } from './retry'

/** What the file is for. */
export interface Destination {
  hallId: string
  purpose: FilePurpose
  serviceId?: string
  materialId?: string
}

/** Where a sending stands. */
export type Progress =
  { step: 'sending'; percent: number } | { step: 'pausing'; percent: number } | { step: 'checking' }

export type Arrived =
  | { file: FileShown }
  /** It did not arrive, or was not taken; the file is still here to be tried again. */
  | { trouble: Trouble }
  | { cancelled: true }

/** A sending that can be called off. */
export interface UnderWay {
  ended: Promise<Arrived>
  cancel: () => void
}

/** A ticket this close to its end is renewed first. */
const NEARLY_MS = 20_000
const POLLS = 30

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends a file until it has arrived and was looked through; the same file whatever breaks in between. */
export function sendChosen(chosen: Chosen, to: Destination, tell: (progress: Progress) => void): UnderWay {
  const idempotencyKey = newIdempotencyKey()
  const { name, type, size } = chosen
  let sending: Sending | undefined
  let cancelled = false
  let percent = 0

  const ticket = () => call(openUpload, { ...to, name, type, size }, { idempotencyKey })
  let held: Awaited<ReturnType<typeof ticket>> | undefined

  const once = async (): Promise<'taken' | 'again' | Trouble> => {
    const renews = !held || Date.parse(held.expiresAt) - now().getTime() < NEARLY_MS
    try {
      if (renews) held = await ticket()
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      return trouble.kind === 'refused' && trouble.status < 500 ? trouble : 'again'
    }
    if (cancelled) return 'again'
    sending = sendFile(held!.url, held!.fields, chosen, (next) => {
      percent = next
      tell({ step: 'sending', percent })
    })
    const sent = await sending.ended
    if (sent === 'over') held = undefined
    // a new ticket that is not taken either is no matter of the line
    if (sent === 'over' && renews) return new Broken(0)
    return sent === 'taken' ? 'taken' : 'again'
  }

  const run = async (): Promise<Arrived> => {
    for (let failures = 0; !cancelled;) {
      tell({ step: 'sending', percent })
      const outcome = await once()
      if (cancelled) break
      if (outcome === 'taken') return checked()
      if (outcome !== 'again') return { trouble: outcome }
      failures += 1
      if (!isWorthTrying(failures)) return { trouble: new Unreachable() }
      tell({ step: 'pausing', percent })
      await wait(pauseBefore(failures))
    }
    return { cancelled: true }
  }

  const checked = async (): Promise<Arrived> => {
    tell({ step: 'checking' })
    let trouble: Trouble = new Unreachable()
    for (let poll = 0; poll < POLLS && !cancelled; poll++) {
      try {
        const { file } = await call(viewFile, { fileId: held!.fileId })
        if (file.state === 'clean' || file.state === 'refused') return { file }
      } catch (thrown) {
        trouble = troubleOf(thrown)
        if (trouble.kind === 'refused' && trouble.status < 500) return { trouble }
      }
      await wait(Math.min(2000, 250 * 2 ** poll))
    }
    return cancelled ? { cancelled: true } : { trouble }
  }

  return {
    ended: run(),
    cancel: () => {
      cancelled = true
      sending?.cancel()
    },
  }
}
