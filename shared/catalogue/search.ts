/**
 * Search that forgives, without a network: Chinese whole or in part, spoken questions, pinyin, initials,
 * words that sound alike, a character too many, too few or wrong. Pairs of neighbours are compared as
 * written and as heard; rare pairs and whole everyday words count most.
 */
import type { IndexedService, SearchIndex } from './search-index'
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
const WHOLE_PHRASE = 1.5
const LETTERS = 1.5
const OFTEN = 1.04
/** The query is this everyday word and nothing else. */
const NOTHING_ELSE = 2
const LONGEST_QUERY = 100
/** Hits weaker than this share of the best are left out; letters agree by chance more often. */
const shareOfBest = { characters: 0.3, letters: 0.45 }
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

/** What was heard of a query. */
interface Heard {
  units: Units
  evidence: Evidence
  /** Some of it is a saying of the region. */
  saying: boolean
}

const hear = (index: SearchIndex, text: string, unfolded: Unfolded): Heard => {
  const bare = withoutFillers(text, unfolded.fillers)
  const asked = bare.trim() === '' ? text : bare
  const units = withoutFillerSounds(unitsOf(asked, unfolded.table), unfolded.fillerSounds)
  const evidence: Evidence = {}
  gather(units, 1, unfolded, evidence)
  const sayings = index.sayings.filter(({ said }) => said.some((words) => text.indexOf(words) >= 0))
  for (const { means } of sayings)
    for (const meant of means) gather(unitsOf(meant, unfolded.table), SAID_OTHERWISE, unfolded, evidence)
  return { units, evidence, saying: sayings.length > 0 }
}

/** How well each service answers, in the order of the index. */
interface Weighed {
  score: number
  /** The part of a name or everyday word that was typed in letters, and how much it says. */
  spelled: { worth: number; text: string }
}

const weigh = (
  index: SearchIndex,
  { units, evidence }: Heard,
  asked: string,
  unfolded: Unfolded,
): Weighed[] => {
  const pairs = index.services.map(() => 0)
  const whole = index.services.map(() => 0)
  const spelled = index.services.map(() => ({ worth: 0, text: '' }))
  for (const key of Object.keys(evidence)) {
    const list = unfolded.postings[key] ?? []
    const worth = (evidence[key] ?? 0) * unfolded.rarity(key)
    for (let at = 0; at < list.length; at += 2)
      pairs[list[at] as number] = (pairs[list[at] as number] ?? 0) + worth * (list[at + 1] as number)
  }
  const rows = letterRows(units)
  for (const phrase of unfolded.phrases) {
    const { service } = phrase
    const said = wholePhrase(phrase, evidence, unfolded) + (phrase.text === asked ? NOTHING_ELSE : 0)
    whole[service] = Math.max(whole[service] ?? 0, said)
    for (const row of rows) {
      const { worth, from, to } = alongPhrase(row, phrase)
      if (worth <= (spelled[service]?.worth ?? 0)) continue
      const text = phrase.units.slice(from, to).reduce((run, unit) => run + unit.text, '')
      spelled[service] = { worth, text }
    }
  }
  return index.services.map(({ often }, at) => {
    const typed = spelled[at] ?? { worth: 0, text: '' }
    const score = (pairs[at] ?? 0) + WHOLE_PHRASE * (whole[at] ?? 0) + LETTERS * typed.worth
    return { score: score * (often ? OFTEN : 1), spelled: typed }
  })
}

const passing = (service: IndexedService, { domain, handling, village, audience }: SearchFilters): boolean =>
  (!domain || service.domain === domain) &&
  (!handling || service.handling === handling) &&
  (!village || service.village) &&
  (!audience || service.audience.indexOf(audience) >= 0)

/**
 * Ranked hits for what a person typed or said, best first; everything that passes the filters, in the order
 * of the index, when nothing was typed; nothing when nothing was understood.
 */
export const searchServices = (
  index: SearchIndex,
  query: string,
  filters: SearchFilters = {},
): SearchHit[] => {
  const asked = closeUp(query.slice(0, LONGEST_QUERY)).trim()
  const text = settleAges(plainText(asked))
  if (text.trim() === '')
    return index.services
      .filter((service) => passing(service, filters))
      .map(({ id }) => ({ serviceId: id, words: [] }))

  const unfolded = unfoldedOf(index)
  const heard = hear(index, text, unfolded)
  const weighed = weigh(index, heard, asked, unfolded)
  const best = weighed.reduce((most, { score }) => Math.max(most, score), 0)
  const bySpelling = weighed.some(({ spelled }) => spelled.worth > 0)
  if (best < LEAST || !(heard.saying || understood(heard.units, heard.evidence, bySpelling))) return []
  const least = best * (bySpelling ? shareOfBest.letters : shareOfBest.characters)
  return index.services
    .map((service, at) => ({ service, at, ...(weighed[at] as Weighed) }))
    .filter(({ service, score }) => passing(service, filters) && score >= least)
    .sort((one, two) => two.score - one.score || one.at - two.at)
    .map(({ service, at, spelled }) => ({
      serviceId: service.id,
      words: matchedWords(unfolded.names[at] ?? [], heard.evidence, spelled.text),
    }))
}
