/** What `npm run audit:verify` does: every chain against its rows, and against heads noted on paper. */
import type { KeptHead } from '@one-window/shared/audit/chain'
import { Stopped } from './local/stopped'
import { withStore } from './local/with-store'

interface Asked {
  readonly dataFolder: string
  /** `--hall <id>` for one chain; `--head <hall>:<seq>:<hash>` for a head printed on a hand-over sheet. */
  readonly words: readonly string[]
  readonly now: Date
  say(line: string): void
}

const USAGE = '用法：npm run audit:verify -- [--hall 大厅] [--head 大厅:序号:头]'

function read(words: readonly string[]): { hallIds: string[]; noted: KeptHead[] } {
  const hallIds: string[] = []
  const noted: KeptHead[] = []
  for (let at = 0; at < words.length; at += 2) {
    const value = words[at + 1] ?? ''
    const [hallId = '', seq = '', hash = ''] = value.split(':')
    if (words[at] === '--hall' && value !== '') hallIds.push(value)
    else if (words[at] === '--head' && /^\d+$/.test(seq) && /^[0-9a-f]{64}$/.test(hash))
      noted.push({ hallId, seq: Number(seq), hash })
    else throw new Stopped(USAGE)
  }
  return { hallIds, noted }
}

/** Checks the chains and says what it found; false when anything was changed. */
export function verifyAudit({ dataFolder, words, now, say }: Asked): Promise<boolean> {
  const { hallIds, noted } = read(words)
  return withStore(dataFolder, async () => {
    const { chainIds, verifyChain } = await import('./audit/verify')
    const { client } = await import('./platform/dynamo')
    let isWell = true
    try {
      for (const hallId of hallIds.length > 0 ? hallIds : chainIds) {
        const { links, rows, findings } = await verifyChain(hallId, now, { noted })
        if (links + rows + findings.length === 0) continue
        say(
          `${hallId}: ${links} 环，${rows} 行，${findings.length === 0 ? '没有被动过' : `${findings.length} 处不对`}`,
        )
        for (const finding of findings) say(`  ${JSON.stringify(finding)}`)
        if (findings.length > 0) isWell = false
      }
    } finally {
      client.destroy()
    }
    return isWell
  })
}
