import { useState } from 'react'
import { exportTable } from '@one-window/shared/catalogue/endpoints'
import { call } from '@/gateways/api'
import { troubleOf } from '@/gateways/refusal'
import { saveWorkbook } from '@/gateways/save-file'

/** Fetches the table of items and hands it to the person. */
export function useExport(hallId: string, told: (words: string) => void) {
  const [busy, setBusy] = useState(false)
  const run = async () => {
    if (busy) return
    setBusy(true)
    try {
      const { name, table } = await call(exportTable, { hallId })
      told(await saveWorkbook(name, table))
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      told(trouble.kind === 'refused' ? trouble.title : '没导出来，连上网再点一次')
    } finally {
      setBusy(false)
    }
  }
  return { busy, run: () => void run() }
}
