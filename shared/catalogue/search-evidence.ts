/** What of a query was met in the index, how surely, and which words of a name show it. */
import type { Unit } from './search-text'
import type { Phrase } from './search-unfold'

/** Met as heard, not as written. */
export const HEARD = 0.6
/** Met through another word for the same thing. */
export const SAID_OTHERWISE = 0.8

/** Matched pairs and singles of a query, each with how surely it was meant (0–1). */
export type Evidence = Record<string, number>

/** The surest of several keys; 0 when none was met. */
export const sureOf = (keys: readonly string[], evidence: Evidence): number =>
  keys.reduce((most, key) => Math.max(most, evidence[key] ?? 0), 0)

const runsOf = ({ units, pairs }: Phrase, met: (pair: Phrase['pairs'][number]) => boolean): string[] => {
  const words: string[] = []
  let run = ''
  pairs.forEach((pair, at) => {
    const hit = met(pair)
    if (hit) run += (run ? '' : (units[at] as Unit).text) + (units[at + 1] as Unit).text
    if (run && (!hit || at === pairs.length - 1)) {
      words.push(run)
      run = ''
    }
  })
  return words
}

/** The words of a service's names that were matched: as written, else as spelled in letters, else as heard. */
export const matchedWords = (names: readonly Phrase[], evidence: Evidence, spelled: string): string[] => {
  const runs = (met: (pair: Phrase['pairs'][number]) => boolean): string[] =>
    names.reduce<string[]>(
      (words, name) => words.concat(runsOf(name, met).filter((word) => name.text.indexOf(word) >= 0)),
      [],
    )
  let words = runs((pair) => (evidence[pair.written] ?? 0) >= SAID_OTHERWISE)
  if (words.length === 0 && spelled && names.some(({ text }) => text.indexOf(spelled) >= 0)) words = [spelled]
  if (words.length === 0) words = runs((pair) => sureOf(pair.heard, evidence) >= HEARD * SAID_OTHERWISE)
  return words.filter(
    (word, at) => !words.some((other, place) => other.indexOf(word) >= 0 && (other !== word || place < at)),
  )
}
