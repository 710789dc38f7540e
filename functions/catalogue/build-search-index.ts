/** Writes the search index: the words of the guides, and a table of sounds so that no dictionary is needed later. */
import { createHash } from 'node:crypto'
import { polyphonic } from 'pinyin-pro'
import searchWords from '@one-window/shared/catalogue/data/search-words.json'
import { indexed, type SearchIndex } from '@one-window/shared/catalogue/search-index'
import type { Service } from '@one-window/shared/catalogue/service'

/** The 3,755 everyday characters (GB 2312, level one): whatever a person types by mistake is among them. */
const everydayCharacters = (): string[] => {
  const characters: string[] = []
  const decoder = new TextDecoder('gb2312')
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (/^[\u4e00-\u9fff]$/.test(character)) characters.push(character)
    }
  return characters
}

/** Syllable without tone → the characters read so, from the usual readings of each character. */
const soundsOf = (characters: readonly string[]): Record<string, string> => {
  const sounds: Record<string, string> = {}
  for (const character of characters) {
    const readings = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0]
    const usual = [...new Set(Array.isArray(readings) ? readings : String(readings ?? '').split(' '))]
    for (const reading of usual.slice(0, 2))
      if (/^[a-z]+$/.test(reading)) sounds[reading] = (sounds[reading] ?? '') + character
  }
  return Object.fromEntries(Object.entries(sounds).sort(([one], [two]) => (one < two ? -1 : 1)))
}

/** Builds the index of these services; equal services give an equal index. */
export const buildSearchIndex = (services: readonly Service[]): SearchIndex => {
  const rows = services.map(indexed)
  const texts = JSON.stringify([rows, searchWords.sayings])
  const characters = new Set([...everydayCharacters(), ...(texts.match(/[\u4e00-\u9fff]/g) ?? [])])
  const content = {
    services: rows,
    sounds: soundsOf([...characters].sort()),
    fillers: [...searchWords.fillers].sort((one, two) => two.length - one.length),
    light: searchWords.light,
    sayings: searchWords.sayings,
  }
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
  return { version, ...content }
}
