/**
 * Search that forgives, without a network: Chinese whole or in part, spoken questions, pinyin, initials,
 * words that sound alike, a character too many, too few or wrong. Pairs of neighbours are compared as
 * written and as heard; rare pairs and whole everyday words count most.
 */
import type { IndexedService, SearchIndex } from './search-index'
import { closeUp, plainText, settleAges, unitsOf, withoutAmounts } from './search-text'
import type { Units } from './search-text'
import { ACROSS, heardPairs, unfold, writtenPair } from './search-unfold'
import { HEARD, matchedWords, SAID_OTHERWISE, scattered, understood, wholePhrase } from './search-evidence'
import type { Evidence } from './search-evidence'
import type { Unfolded } from './search-unfold'
import { alongPhrase, letterRows } from './search-letters'
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

/** A server searches for several halls, each with guides of its own. */
const MOST_KEPT = 4
let kept: { version: string; unfolded: Unfolded }[] = []
const unfoldedOf = (index: SearchIndex): Unfolded => {
  const found = kept.filter(({ version }) => version === index.version)[0] ?? {
    version: index.version,
    unfolded: unfold(index),
  }
  kept = [found, ...kept.filter((each) => each !== found)].slice(0, MOST_KEPT)
  return found.unfolded
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

/** What was heard of a query. */
interface Heard {
  units: Units
  evidence: Evidence
  /** Some of it is a saying of the region. */
  saying: boolean
}

const hear = (index: SearchIndex, text: string, unfolded: Unfolded): Heard => {
  const bare = withoutAmounts(withoutFillers(text, unfolded.fillers))
  const asked = bare.trim() === '' ? text : bare
  const units = withoutFillerSounds(unitsOf(asked, unfolded.table), unfolded.fillerSounds)
  const evidence: Evidence = {}
  gather(units, 1, unfolded, evidence)
  const sayings = index.sayings.filter(({ said }) =>
    said.some((words) => text.indexOf(words) >= 0 || bare.indexOf(words) >= 0),
  )
  for (const { means } of sayings)
    for (const meant of means)
      gather(unitsOf(meant, unfolded.table), SAID_OTHERWISE / Math.sqrt(means.length), unfolded, evidence)
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
    if (pairs[service]) {
      const said = wholePhrase(phrase, evidence) + (phrase.text === asked ? NOTHING_ELSE : 0)
      whole[service] = Math.max(whole[service] ?? 0, said)
    }
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

/** The second try, when nothing was understood of neighbours. */
const weighScattered = (index: SearchIndex, { units }: Heard, unfolded: Unfolded): Weighed[] => {
  const scores = index.services.map(() => 0)
  for (const phrase of unfolded.phrases) {
    const score = scattered(units, phrase, unfolded)
    scores[phrase.service] = Math.max(scores[phrase.service] ?? 0, score)
  }
  return scores.map((score) => ({ score, spelled: { worth: 0, text: '' } }))
}

const bestOf = (weighed: readonly Weighed[]): number =>
  weighed.reduce((most, { score }) => Math.max(most, score), 0)

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
  let weighed = weigh(index, heard, asked, unfolded)
  const bySpelling = weighed.some(({ spelled }) => spelled.worth > 0)
  if (bestOf(weighed) < LEAST || !(heard.saying || understood(heard.units, heard.evidence, bySpelling)))
    weighed = weighScattered(index, heard, unfolded)
  const best = bestOf(weighed)
  if (best === 0) return []
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
