/** The kept index unfolded for searching: which pair of neighbours stands in which service. */
import type { SearchIndex } from './search-index'
import { plainText, settleAges, soundTable, unitsOf, withoutAmounts } from './search-text'
import type { SoundTable, Unit, Units } from './search-text'

/** How much a field says about what a service is. */
const fieldWeight = { plainName: 1.2, name: 0.8, word: 1, event: 0.5, line: 0.4 }
/** A pair with one unit between them says less than a pair of neighbours. */
export const ACROSS = 0.4
/** A word everybody uses for anything (家里, 手续) says little, however rare it is in the guides. */
const LIGHT = 0.35

/** A name or everyday word of a service. */
export interface Phrase {
  service: number
  text: string
  units: readonly Unit[]
  /** Its neighbouring pairs: the keys as written and as heard, and how rare the pair is. */
  pairs: readonly Pair[]
}

interface Pair {
  written: string
  heard: readonly string[]
  rarity: number
}

export interface Unfolded {
  table: SoundTable
  phrases: readonly Phrase[]
  /** The plain and the official name of each service. */
  names: readonly (readonly Phrase[])[]
  /** Pair or single → service numbers and weights in turn. */
  postings: Readonly<Record<string, readonly number[]>>
  /** How rare a pair or single is. */
  rarity: (key: string) => number
  fillers: readonly string[]
  fillerSounds: readonly string[]
}

/** The key of two neighbours as written; empty when one is known by sound only. */
export const writtenPair = (one: Unit, two: Unit): string =>
  one.text && two.text ? `${one.text} ${two.text}` : ''

/** The keys of two neighbours as heard; characters of several readings give several. */
export const heardPairs = (one: Unit, two: Unit): string[] => {
  const pairs: string[] = []
  for (const first of one.keys) for (const second of two.keys) pairs.push(`${first}~${second}`)
  return pairs
}

const spoken = (units: Units): Unit[] => units.filter((unit): unit is Unit => unit !== null)

/** Unfolds an index. Takes some milliseconds; `searchServices` does it once for each index. */
export const unfold = (index: SearchIndex): Unfolded => {
  const table = soundTable(index.sounds, JSON.stringify(index.services.map(({ words }) => words)))
  const postings: Record<string, number[]> = {}
  const phrases: Phrase[] = []
  const names: Phrase[][] = []
  const note = (key: string, service: number, weight: number) => {
    if (!key) return
    const list = (postings[key] ??= [])
    const last = list.length - 2
    if (list[last] !== service) list.push(service, weight)
    else if ((list[last + 1] as number) < weight) list[last + 1] = weight
  }
  const readField = (text: string, service: number, weight: number): Units => {
    const units = unitsOf(withoutAmounts(settleAges(plainText(text))), table)
    units.forEach((unit, at) => {
      if (!unit) return
      note(unit.text, service, weight)
      const next = units[at + 1]
      if (!next) return
      note(writtenPair(unit, next), service, weight)
      if (weight > fieldWeight.line) for (const pair of heardPairs(unit, next)) note(pair, service, weight)
      const afterNext = units[at + 2]
      if (afterNext) note(writtenPair(unit, afterNext), service, weight * ACROSS)
    })
    return units
  }
  index.services.forEach((service, number) => {
    const phrase = (text: string, weight: number): Phrase => {
      const units = spoken(readField(text, number, weight))
      const pairs = units.slice(1).map((unit, at) => {
        const before = units[at] as Unit
        return { written: writtenPair(before, unit), heard: heardPairs(before, unit), rarity: 0 }
      })
      const read = { service: number, text, units, pairs }
      phrases.push(read)
      return read
    }
    names.push([phrase(service.plainName, fieldWeight.plainName), phrase(service.name, fieldWeight.name)])
    for (const word of service.words) phrase(word, fieldWeight.word)
    for (const event of service.events) readField(event, number, fieldWeight.event)
    readField(service.line, number, fieldWeight.line)
  })
  const light: Record<string, true> = {}
  for (const word of index.light) light[word.split('').join(' ')] = true
  const rarity = (key: string): number => {
    const found = (postings[key]?.length ?? 0) / 2
    return found === 0 ? 0 : Math.log(1 + index.services.length / found) * (light[key] ? LIGHT : 1)
  }
  for (const { pairs } of phrases) for (const pair of pairs) pair.rarity = rarity(pair.written)
  const fillerSounds = index.fillers.map((filler) =>
    spoken(unitsOf(filler, table))
      .map((unit) => unit.keys[0])
      .join('~'),
  )
  return { table, phrases, names, postings, rarity, fillers: index.fillers, fillerSounds }
}
