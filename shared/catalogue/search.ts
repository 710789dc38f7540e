/**
 * Search that forgives, without a network: Chinese whole or in part, spoken questions, pinyin, initials,
 * words that sound alike, a character too many, too few or wrong. Pairs of neighbours are compared as
 * written and as heard; rare pairs and whole everyday words count most.
 */
import type { SearchIndex } from './search-index'
import { closeUp, plainText, settleAges, unitsOf } from './search-text'
import type { Unit, Units } from './search-text'
import { ACROSS, heardPairs, unfold, writtenPair } from './search-unfold'
import { HEARD, matchedWords, SAID_OTHERWISE, sureOf } from './search-evidence'
import type { Evidence } from './search-evidence'
import type { Phrase, Unfolded } from './search-unfold'
import type { Audience, Domain, HandlingType } from './service'

export interface SearchFilters {
  domain?: Domain
  handling?: HandlingType
  /** Only what the village station takes (村里能办). */
  village?: boolean
  audience?: Audience
}

/** A service found: its id, and the words of its names that were matched, to highlight. */
export interface SearchHit {
  serviceId: string
  words: string[]
}

const SINGLE = 0.22
const WHOLE_PHRASE = 1.1
const LETTERS = 1.5
const OFTEN = 1.04
/** Hits weaker than this share of the best are left out. */
const SHARE_OF_BEST = 0.3
/** Below this nothing was understood. */
const LEAST = 1.6

let kept: { index: SearchIndex; unfolded: Unfolded } | undefined
const unfoldedOf = (index: SearchIndex): Unfolded => {
  if (kept?.index !== index) kept = { index, unfolded: unfold(index) }
  return kept.unfolded
}

const withoutFillers = (text: string, fillers: readonly string[]): string => {
  let rest = text
  for (const filler of fillers) rest = rest.split(filler).join(' ')
  return rest
}

/** Drops fillers that were typed as pinyin (zenmeban). */
const withoutFillerSounds = (units: Units, fillerSounds: readonly string[]): Units => {
  const row = [...units]
  for (let start = 0; start < row.length; start++)
    for (let end = Math.min(row.length, start + 5); end > start + 1; end--) {
      const piece = row.slice(start, end)
      if (!piece.every((unit) => unit !== null && unit.text === '')) continue
      if (fillerSounds.indexOf(piece.map((unit) => unit?.keys[0] ?? '').join('~')) < 0) continue
      row.splice(start, end - start, null)
      break
    }
  return row
}

const gather = (units: Units, sure: number, { postings }: Unfolded, evidence: Evidence): void => {
  const add = (key: string, strength: number) => {
    if (key && postings[key]) evidence[key] = Math.max(evidence[key] ?? 0, strength)
  }
  const alone = units.filter(Boolean).length === 1
  units.forEach((unit, at) => {
    if (!unit) return
    add(unit.text, sure * (unit.text.length > 1 || alone ? 1 : SINGLE))
    const next = units[at + 1]
    if (!next) return
    add(writtenPair(unit, next), sure)
    for (const pair of heardPairs(unit, next)) add(pair, sure * HEARD)
    const afterNext = units[at + 2]
    if (afterNext) add(writtenPair(unit, afterNext), sure * ACROSS)
  })
}

const same = (typed: Unit, unit: Unit, last: boolean): boolean => {
  const sound = typed.sounds[0] ?? ''
  if (typed.keys.some((key) => unit.keys.indexOf(key) >= 0)) return true
  return typed.begins === true && (last || sound.length === 1)
    ? unit.sounds.some((other) => other.indexOf(sound) === 0)
    : false
}

/** The longest row of typed letters that runs along a phrase: how much it says, and where it lies. */
const alongPhrase = (typed: readonly Unit[], phrase: Phrase): { worth: number; from: number; to: number } => {
  let best = { worth: 0, from: 0, to: 0 }
  for (let start = 0; start < typed.length; start++)
    for (let from = 0; from < phrase.units.length; from++) {
      let length = 0
      let worth = 0
      while (start + length < typed.length && from + length < phrase.units.length) {
        const one = typed[start + length] as Unit
        if (!same(one, phrase.units[from + length] as Unit, start + length === typed.length - 1)) break
        worth += one.sounds[0]?.length === 1 ? 1 : 1.8
        length++
      }
      if (length < 2 && typed.length > 1) continue
      if (worth < 3.6 && length < typed.length * 0.6) continue
      const share = length / phrase.units.length
      const all = length / typed.length
      const value = worth * (0.4 + 0.6 * share) * (0.3 + 0.7 * all) * (from === 0 ? 1 : 0.85)
      if (value > best.worth) best = { worth: value, from, to: from + length }
    }
  return best
}

const letterRows = (units: Units): Unit[][] => {
  const rows: Unit[][] = [[]]
  for (const unit of units)
    if (unit && unit.text === '') (rows[rows.length - 1] as Unit[]).push(unit)
    else rows.push([])
  return rows.filter((row) => row.length > 0)
}

/** How well a name or everyday word was said as a whole: squared, so that halves do not add up. */
const wholePhrase = ({ pairs }: Phrase, evidence: Evidence, unfolded: Unfolded): number => {
  let met = 0
  let all = 0
  for (const { written, heard } of pairs) {
    const rarity = unfolded.rarity(written)
    all += rarity
    met += rarity * Math.max(evidence[written] ?? 0, sureOf(heard, evidence))
  }
  return all === 0 ? 0 : (met * met) / all
}

/** False when nothing was met as written and too little as heard: sounds alone agree by chance. */
const understood = (units: Units, evidence: Evidence, spelled: boolean): boolean => {
  if (spelled) return true
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
  return pairs === 0 || heard >= pairs / 2
}

/**
 * Ranked hits for what a person typed or said, best first; everything that passes the filters, in the order
 * of the index, when nothing was typed; nothing when nothing was understood.
 */
export const searchServices = (
  index: SearchIndex,
  query: string,
  filters: SearchFilters = {},
): SearchHit[] => {
  const passes = index.services.map(
    (service) =>
      (!filters.domain || service.domain === filters.domain) &&
      (!filters.handling || service.handling === filters.handling) &&
      (!filters.village || service.village) &&
      (!filters.audience || service.audience.indexOf(filters.audience) >= 0),
  )
  const text = settleAges(plainText(closeUp(query)))
  if (text.trim() === '')
    return index.services.filter((_, at) => passes[at]).map(({ id }) => ({ serviceId: id, words: [] }))

  const unfolded = unfoldedOf(index)
  const bare = withoutFillers(text, unfolded.fillers)
  const asked = bare.trim() === '' ? text : bare
  const units = withoutFillerSounds(unitsOf(asked, unfolded.table), unfolded.fillerSounds)
  const evidence: Evidence = {}
  gather(units, 1, unfolded, evidence)
  const sayings = index.sayings.filter(({ said }) => said.some((words) => text.indexOf(words) >= 0))
  for (const { means } of sayings)
    for (const meant of means) gather(unitsOf(meant, unfolded.table), SAID_OTHERWISE, unfolded, evidence)

  const scores = index.services.map(() => 0)
  for (const key of Object.keys(evidence)) {
    const list = unfolded.postings[key] ?? []
    const worth = (evidence[key] ?? 0) * unfolded.rarity(key)
    for (let at = 0; at < list.length; at += 2)
      scores[list[at] as number] = (scores[list[at] as number] ?? 0) + worth * (list[at + 1] as number)
  }
  const bestPhrase = index.services.map(() => 0)
  const spelled = index.services.map(() => ({ worth: 0, text: '' }))
  const rows = letterRows(units)
  for (const phrase of unfolded.phrases) {
    const { service } = phrase
    const whole = wholePhrase(phrase, evidence, unfolded) + (phrase.text === query.trim() ? 2 : 0)
    if (whole > (bestPhrase[service] ?? 0)) bestPhrase[service] = whole
    for (const row of rows) {
      const along = alongPhrase(row, phrase)
      if (along.worth > (spelled[service]?.worth ?? 0))
        spelled[service] = {
          worth: along.worth,
          text: phrase.units
            .slice(along.from, along.to)
            .map((unit) => unit.text)
            .join(''),
        }
    }
  }
  const total = scores.map(
    (score, at) =>
      (score + WHOLE_PHRASE * (bestPhrase[at] ?? 0) + LETTERS * (spelled[at]?.worth ?? 0)) *
      (index.services[at]?.often ? OFTEN : 1),
  )
  const best = Math.max(...total)
  const bySpelling = spelled.some(({ worth }) => worth > 0)
  if (best < LEAST || !(sayings.length > 0 || understood(units, evidence, bySpelling))) return []
  const names: Record<number, Phrase[]> = {}
  for (const phrase of unfolded.phrases) {
    const service = index.services[phrase.service]
    if (service && (phrase.text === service.plainName || phrase.text === service.name))
      (names[phrase.service] ??= []).push(phrase)
  }
  return total
    .map((score, at) => ({ score, at }))
    .filter(({ score, at }) => passes[at] && score >= best * SHARE_OF_BEST)
    .sort((one, two) => two.score - one.score || one.at - two.at)
    .map(({ at }) => ({
      serviceId: index.services[at]?.id ?? '',
      words: matchedWords(names[at] ?? [], evidence, spelled[at]?.text ?? ''),
    }))
}
