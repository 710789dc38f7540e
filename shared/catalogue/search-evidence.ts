/** What of a query was met in the index, how surely, and which words of a name show it. */
import type { Unit, Units } from './search-text'
import { heardPairs, writtenPair } from './search-unfold'
import type { Phrase, Unfolded } from './search-unfold'

/** Met as heard, not as written. */
export const HEARD = 0.6
/** Met through another word for the same thing. */
export const SAID_OTHERWISE = 0.8
/** What is surer than this is highlighted. */
const SHOWN = 0.5
/** Two everyday characters that happen to be in one phrase say nothing. */
const LEAST_SCATTERED = 5

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
  let words = runs((pair) => (evidence[pair.written] ?? 0) >= SHOWN)
  if (words.length === 0 && spelled && names.some(({ text }) => text.indexOf(spelled) >= 0)) words = [spelled]
  if (words.length === 0) words = runs((pair) => sureOf(pair.heard, evidence) >= SHOWN * HEARD)
  return words.filter(
    (word, at) => !words.some((other, place) => other.indexOf(word) >= 0 && (other !== word || place < at)),
  )
}

/** How well a name or everyday word was said as a whole: squared, so that halves do not add up. */
export const wholePhrase = ({ pairs }: Phrase, evidence: Evidence): number => {
  let met = 0
  let all = 0
  for (const { written, heard, rarity } of pairs) {
    all += rarity
    met += rarity * Math.max(evidence[written] ?? 0, sureOf(heard, evidence))
  }
  return all === 0 ? 0 : (met * met) / all
}

/** False when nothing was met as written and too little as heard: sounds alone agree by chance. */
export const understood = (units: Units, evidence: Evidence, spelled: boolean): boolean => {
  if (spelled || units.some((unit) => unit !== null && unit.text.length > 1 && evidence[unit.text]))
    return true
  let pairs = 0
  let heard = 0
  for (let at = 0; at + 1 < units.length; at++) {
    const one = units[at]
    const two = units[at + 1]
    if (!one || !two) continue
    if ((evidence[writtenPair(one, two)] ?? 0) === 1) return true
    pairs++
    if (sureOf(heardPairs(one, two), evidence) > 0) heard++
  }
  return pairs === 0 || heard * 3 >= pairs * 2
}

/** Characters of a phrase that were said, however far apart (养一千只鸡 → 养鸡场): rare ones and short phrases count. */
export const scattered = (units: Units, phrase: Phrase, unfolded: Unfolded): number => {
  const said = units.map((unit) => unit?.text ?? '')
  const met = phrase.units.filter(({ text }, at) => {
    const first = phrase.units.findIndex((other) => other.text === text) === at
    return first && text !== '' && said.indexOf(text) >= 0
  })
  const rarity = met.reduce((sum, { text }) => sum + unfolded.rarity(text), 0)
  return met.length < 2 || rarity < LEAST_SCATTERED ? 0 : (rarity * met.length) / phrase.units.length
}
