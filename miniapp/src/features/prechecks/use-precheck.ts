import { useRef, useState } from 'react'
import {
  setPrecheckMaterial,
  submitPrecheck,
  viewPrecheck,
  withdrawPrecheck,
} from '@one-window/shared/prechecks/endpoints'
import type { Precheck } from '@one-window/shared/prechecks/precheck'
import { useRelink } from '../files/use-relink'
import { useAction } from '../foundation/use-action'
import { useLoad, valueOf } from '../foundation/use-load'

/** One pre-check of the person, and what can be done with it. What an act answers is shown until it is asked for again. */
export function usePrecheck(precheckId: string) {
  const loaded = useLoad(viewPrecheck, { precheckId }, { fresh: true })
  const asked = valueOf(loaded)
  const [done, setDone] = useState<{ answer: Precheck; after: Precheck | undefined }>()
  const set = useAction(setPrecheckMaterial)
  const submit = useAction(submitPrecheck)
  const withdraw = useAction(withdrawPrecheck)
  /** Photos of two materials may arrive together; each list is put after the other. */
  const puts = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(asked)
  latest.current = asked

  const take = (answer: Precheck | undefined): boolean => {
    if (answer) setDone({ answer, after: latest.current })
    return answer !== undefined
  }
  const put = (materialId: string, fileIds: string[]): Promise<boolean> => {
    const next = puts.current.then(() => set.run({ precheckId, materialId, fileIds })).then(take)
    puts.current = next
    return next
  }
  return {
    loaded,
    precheck: done && done.after === asked ? done.answer : asked,
    trouble: submit.trouble ?? set.trouble ?? withdraw.trouble,
    relink: useRelink(loaded.reload),
    isSending: submit.busy,
    isWithdrawing: withdraw.busy,
    put,
    send: async (name: string) => take(await submit.run({ precheckId, name })),
    takeBack: async () => take(await withdraw.run({ precheckId })),
  }
}
