/** Pinyin, whole or not finished, and initials along the names and everyday words. */
import type { Unit, Units } from './search-text'
import type { Phrase } from './search-unfold'

const same = (typed: Unit, unit: Unit, last: boolean): boolean => {
  const sound = typed.sounds[0] ?? ''
  if (typed.keys.some((key) => unit.keys.indexOf(key) >= 0)) return true
  return typed.begins === true && (last || sound.length === 1)
    ? unit.sounds.some((other) => other.indexOf(sound) === 0)
    : false
}

/** The longest row of typed letters that runs along a phrase: how much it says, and where it lies. */
export const alongPhrase = (
  typed: readonly Unit[],
  phrase: Phrase,
): { worth: number; from: number; to: number } => {
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

/** The rows of units that were typed in letters. */
export const letterRows = (units: Units): Unit[][] => {
  const rows: Unit[][] = [[]]
  for (const unit of units)
    if (unit && unit.text === '') (rows[rows.length - 1] as Unit[]).push(unit)
    else rows.push([])
  return rows.filter((row) => row.length > 0)
}
