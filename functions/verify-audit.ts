/** What `npm run audit:verify` does: every chain against its rows, the kept heads, and a head printed on paper. */
import { Stopped } from './local/stopped'
import { withStore } from './local/with-store'

interface Asked {
  readonly dataFolder: string
  /** `--hall <id>` for one chain; `--head <hash>` for the head on a hand-over sheet of that hall. */
  readonly words: readonly string[]
  readonly now: Date
  say(line: string): void
}

const USAGE = '用法：npm run audit:verify [-- --hall 大厅 [--head 移交清单上的链头]]'

/** Spaces in a head are those of the paper. */
function read(words: readonly string[]): { hallId: string | undefined; noted: string[] } {
  let hallId: string | undefined
  const noted: string[] = []
  for (let at = 0; at < words.length; at += 2) {
    const value = (words[at + 1] ?? '').replace(/\s/g, '')
    if (words[at] === '--hall' && value !== '') hallId = value
    else if (words[at] === '--head' && /^[0-9a-f]{64}$/.test(value)) noted.push(value)
    else throw new Stopped(USAGE)
  }
  if (noted.length > 0 && hallId === undefined) throw new Stopped(USAGE)
  return { hallId, noted }
}

/** Checks the chains, beside a run that serves them or without one, and says what it found; false when anything is wrong. */
export function verifyAudit({ dataFolder, words, now, say }: Asked): Promise<boolean> {
  const { hallId: asked, noted } = read(words)
  const verify = async (): Promise<boolean> => {
    const { chainIds } = await import('./audit/chains')
    const { verifyChain } = await import('./audit/verify')
    const { client } = await import('./platform/dynamo')
    if (asked !== undefined && !chainIds.includes(asked))
      throw new Stopped(`没有 ${asked} 这条链；有的是：${chainIds.join(' ')}`)
    const total = { links: 0, rows: 0, findings: 0 }
    try {
      for (const hallId of asked === undefined ? chainIds : [asked]) {
        const { links, rows, findings } = await verifyChain(hallId, now, { noted })
        total.links += links
        total.rows += rows
        total.findings += findings.length
        if (links + rows + findings.length === 0) continue
        say(
          `${hallId}: ${links} 环，${rows} 行，${findings.length === 0 ? '没有被动过' : `${findings.length} 处不对`}`,
        )
        for (const finding of findings) say(`  ${JSON.stringify(finding)}`)
      }
    } finally {
      client.destroy()
    }
    say(`一共 ${total.links} 环，${total.rows} 行，${total.findings} 处不对`)
    return total.findings === 0
  }
  return withStore(dataFolder, verify, { reads: true })
}
