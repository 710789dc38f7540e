import { useState } from 'react'
import { handOverDay, viewDay } from '@one-window/shared/hand-overs/endpoints'
import type { DaySheet, OpenThing } from '@one-window/shared/hand-overs/hand-over'
import type { Day } from '@one-window/shared/foundation/time'
import type { Trouble } from '@/gateways/refusal'
import { useAction } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import { useLoad, valueOf, type Loading } from '../foundation/use-load'

/** The open things of a day are told apart by case and kind. */
export const thingKey = ({ caseId, kind }: Pick<OpenThing, 'caseId' | 'kind'>): string => `${kind} ${caseId}`

/** 0012、0013 or 0012 0013: the numbers of the seals, each bag one. */
export const sealsIn = (text: string): string[] => text.split(/[\s、,，;；]+/).filter((part) => part !== '')

export interface HandingOver {
  loaded: Loading<DaySheet>
  seals: string
  reasonOf: (thing: OpenThing) => string
  /** Says why something stays open; kept on the machine until the day is sealed. */
  writeSeals: (text: string) => void
  writeReason: (thing: OpenThing, reason: string) => void
  /** A thing without a reason that was asked for, after somebody tried to seal. */
  lacksReason: (thing: OpenThing) => boolean
  seal: () => void
  busy: boolean
  trouble: Trouble | undefined
}

/** A hall's day on its way to being handed over: what is written for it is kept until it is sealed. */
export function useHandOver(hallId: string, date: Day): HandingOver {
  const loaded = useLoad(viewDay, { hallId, date }, { fresh: true })
  const [draft, change, drop] = useDraft(`hand-over:${hallId}:${date}`, {
    seals: '',
    reasons: {} as Record<string, string>,
  })
  const [tried, setTried] = useState(false)
  const action = useAction(handOverDay)
  const open = valueOf(loaded)?.open ?? []
  const reasonOf = (thing: OpenThing): string => draft.reasons[thingKey(thing)] ?? ''
  const isWritten = (thing: OpenThing): boolean => reasonOf(thing).trim() !== ''

  const seal = async () => {
    setTried(true)
    if (!open.every(isWritten)) return
    const reasons = open.map((thing) => ({
      ...{ caseId: thing.caseId, kind: thing.kind },
      reason: reasonOf(thing).trim(),
    }))
    const done = await action.run({ hallId, date, seals: sealsIn(draft.seals), reasons })
    if (done) drop()
    // whatever the answer, the day is no longer as it was shown
    loaded.reload()
  }
  return {
    loaded,
    seals: draft.seals,
    reasonOf,
    writeSeals: (seals) => change({ seals }),
    writeReason: (thing, reason) => change({ reasons: { ...draft.reasons, [thingKey(thing)]: reason } }),
    lacksReason: (thing) => tried && !isWritten(thing),
    seal: () => void seal(),
    busy: action.busy,
    trouble: action.trouble,
  }
}
