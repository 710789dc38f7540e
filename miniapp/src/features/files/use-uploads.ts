import { useRef, useState } from 'react'
import { fileRefusalWords, type FileShown } from '@one-window/shared/files/file'
import { fileTrouble } from '@one-window/shared/files/may-upload'
import { chooseFiles, letGo, type Chosen } from '@/gateways/upload'
import type { Trouble } from '@/gateways/refusal'
import { sendChosen, type Destination, type Progress, type UnderWay } from './send-chosen'

/** A file between the person's choice and its place: on its way, or stopped with words and a way on. */
export interface UploadItem {
  readonly id: number
  readonly preview: string
  readonly name: string
  readonly isPicture: boolean
  readonly stand: Progress | { step: 'queued' } | { step: 'stopped'; words: string; mayRetry: boolean }
}

const wordsOf = (trouble: Trouble): { words: string; mayRetry: boolean } => {
  if (trouble.kind === 'offline') return { words: '没有网，照片还在，连上再点', mayRetry: true }
  if (trouble.kind === 'refused') {
    const words = trouble.errors[0]?.message ?? trouble.title
    return { words, mayRetry: trouble.code === 'not-signed-in' || trouble.status >= 500 }
  }
  return { words: '没传上，照片还在，再点一次', mayRetry: true }
}

let ids = 0
/** One after the other: on a slow line two at once are both late. */
let line: Promise<unknown> = Promise.resolve()

/**
 * Files that a person chooses, sent one after the other; each is kept until it has arrived, so that nothing is chosen
 * twice. `onArrived` gives an arrived one its place, and answers whether it has it.
 */
export function useUploads(to: Destination, onArrived: (file: FileShown) => Promise<boolean>) {
  const [items, setItems] = useState<readonly UploadItem[]>([])
  const held = useRef(new Map<number, { chosen: Chosen; underWay?: UnderWay }>())
  const arrived = useRef(onArrived)
  arrived.current = onArrived

  const stand = (id: number, next: UploadItem['stand']) =>
    setItems((before) => before.map((item) => (item.id === id ? { ...item, stand: next } : item)))
  const drop = (id: number) => {
    const one = held.current.get(id)
    held.current.delete(id)
    one?.underWay?.cancel()
    if (one) letGo(one.chosen)
    setItems((before) => before.filter((item) => item.id !== id))
  }

  const send = async (id: number): Promise<void> => {
    const one = held.current.get(id)
    if (!one) return
    const underWay = sendChosen(one.chosen, to, (progress) => stand(id, progress))
    one.underWay = underWay
    const end = await underWay.ended
    if ('cancelled' in end) return
    if ('trouble' in end) return stand(id, { step: 'stopped', ...wordsOf(end.trouble) })
    const { state, refusal = 'unreadable' } = end.file
    if (state === 'refused')
      return stand(id, { step: 'stopped', words: fileRefusalWords[refusal], mayRetry: false })
    if (await arrived.current(end.file)) drop(id)
    else stand(id, { step: 'stopped', words: '没放上，再点一次', mayRetry: true })
  }
  const queue = (id: number) => {
    stand(id, { step: 'queued' })
    line = line.then(() => send(id))
  }

  const add = async (most: number): Promise<void> => {
    for (const chosen of await chooseFiles(most)) {
      const id = (ids += 1)
      const [trouble] = fileTrouble({ ...chosen, purpose: to.purpose })
      held.current.set(id, { chosen })
      const isPicture = chosen.type.indexOf('image/') === 0
      const item = { id, preview: chosen.preview, name: chosen.name, isPicture }
      setItems((before) => [
        ...before,
        {
          ...item,
          stand: trouble ? { step: 'stopped', words: trouble.message, mayRetry: false } : { step: 'queued' },
        },
      ])
      if (!trouble) queue(id)
    }
  }

  return { items, add: (most: number) => void add(most), retry: queue, drop }
}
