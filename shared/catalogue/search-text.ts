/** Text as the search hears it: a row of units, each with its characters and its sounds. */

/** One heard unit. A gap (a comma, a filler phrase) is null: nothing reaches across it. */
export interface Unit {
  /** The character, or a run of digits; empty when only the sound is known. */
  text: string
  /** Syllables it may be read as, without tone. */
  sounds: readonly string[]
  /** Sounds with the accents of the region taken out; equal keys sound alike. */
  keys: readonly string[]
  /** Typed as letters: `sounds[0]` may be only the beginning of the syllable. */
  begins?: true
}
export type Units = readonly (Unit | null)[]

/** The sounds of the characters, turned round for look-up. */
export interface SoundTable {
  /** The unit of each character; one object each, as it is met thousands of times. */
  ofCharacter: Readonly<Record<string, Unit>>
  /** Every syllable and every beginning of one; true for a whole syllable. */
  syllables: Readonly<Record<string, boolean>>
  /** Names written in letters (KTV); they are read as they stand. */
  names: Readonly<Record<string, true>>
}

/** zh/z, ch/c, sh/s, n/l and -ng/-n are one sound in the speech of the region. */
export const soundKey = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=.)/, 'l')
    .replace(/ng$/, 'n')

/** Turns `syllable → characters` round; `words` is searched for names written in letters. */
export const soundTable = (sounds: Readonly<Record<string, string>>, words: string): SoundTable => {
  const ofCharacter: Record<string, { text: string; sounds: string[]; keys: string[] }> = {}
  const syllables: Record<string, boolean> = {}
  for (const syllable of Object.keys(sounds)) {
    for (let end = 1; end < syllable.length; end++) syllables[syllable.slice(0, end)] ||= false
    syllables[syllable] = true
    const key = soundKey(syllable)
    for (const character of (sounds[syllable] ?? '').split('')) {
      const unit = (ofCharacter[character] ??= { text: character, sounds: [], keys: [] })
      unit.sounds.push(syllable)
      if (unit.keys.indexOf(key) < 0) unit.keys.push(key)
    }
  }
  const names: Record<string, true> = {}
  for (const name of words.match(/[A-Za-z]{2,}/g) ?? []) names[name.toLowerCase()] = true
  return { ofCharacter, syllables, names }
}

/** Full-width letters and digits become half-width, capitals small; every other mark is a gap. */
export const plainText = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[^0-9a-z\u4e00-\u9fff]+/g, ' ')

/** Spaces typed between characters mean nothing: 低 保 is 低保. */
export const closeUp = (text: string): string =>
  text.replace(/([\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])/g, '$1')

const tens = '一二三四五六七八九'
const ageBands: readonly number[] = [80, 65, 60]
const oldest = 120

/** Spoken ages become the age a right begins at: 八十二岁 → 80岁, 过了七十 → 过了65. Other numbers stay. */
export const settleAges = (text: string): string =>
  text
    .replace(
      /([五六七八九])十([一二三四五六七八九])?(?![万千百块元亩斤个平里头只人户米度])/g,
      (_all, ten: string, one?: string) =>
        String((tens.indexOf(ten) + 1) * 10 + (one ? tens.indexOf(one) + 1 : 0)),
    )
    .replace(/\d{2,3}(?![\d万千百块元亩斤个平里头只人户米度])/g, (age) => {
      const band = ageBands.filter((begins) => begins <= Number(age))[0]
      return Number(age) < oldest && band ? String(band) : age
    })

/** Amounts go, so that a verb meets its object: 养一千只鸡 → 养鸡, 装个表 → 装表. */
export const withoutAmounts = (text: string): string =>
  text
    .replace(
      /[一二两三四五六七八九十百千几半\d]+多?[个只头条根层间块台亩栋座户家点张本趟把斤车套口片丘]/g,
      '',
    )
    .replace(/[的个]/g, '')

const LONGEST_SYLLABLE = 6
/** Costs of reading typed letters; the cheapest reading of the whole run wins. */
const cost = { syllable: 1, beginning: 1.7, letter: 2.2, noise: 6 }

/** Reads typed letters as syllables (dibao), initials (db) or a mixture of both (sfzdiule). */
export const spellOut = (letters: string, table: SoundTable): Unit[] => {
  const best: { cost: number; units: Unit[] }[] = [{ cost: 0, units: [] }]
  for (let end = 1; end <= letters.length; end++) {
    let choice = { cost: Infinity, units: [] as Unit[] }
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = best[start]
      if (!before) continue
      const piece = letters.slice(start, end)
      const whole = table.syllables[piece] === true
      const begins = piece.length === 1 || end === letters.length
      const known = whole || (begins && table.syllables[piece] === false)
      const price = !known
        ? piece.length === 1
          ? cost.noise
          : Infinity
        : whole && piece.length > 1
          ? cost.syllable
          : piece.length === 1
            ? cost.letter
            : cost.beginning
      if (before.cost + price >= choice.cost) continue
      const unit: Unit = { text: '', sounds: [piece], keys: whole ? [soundKey(piece)] : [] }
      if (begins) unit.begins = true
      choice = { cost: before.cost + price, units: known ? [...before.units, unit] : before.units }
    }
    best.push(choice)
  }
  return best[letters.length]?.units ?? []
}

/** Splits plain text into units. Letters between spaces stay one row: `sfz diule` is read on as one. */
export const unitsOf = (text: string, table: SoundTable): Units => {
  const units: (Unit | null)[] = []
  const pieces = text.match(/[a-z]+|[0-9]+|[\u4e00-\u9fff]|[^0-9a-z\u4e00-\u9fff]+/g) ?? []
  pieces.forEach((piece, at) => {
    if (table.names[piece]) units.push({ text: piece, sounds: [], keys: [] })
    else if (/^[a-z]/.test(piece)) units.push(...spellOut(piece, table))
    else if (/^[0-9\u4e00-\u9fff]/.test(piece)) {
      units.push(table.ofCharacter[piece] ?? { text: piece, sounds: [], keys: [] })
    } else if (!(
      /^ $/.test(piece) &&
      /^[a-z]/.test(pieces[at - 1] ?? '') &&
      /^[a-z]/.test(pieces[at + 1] ?? '')
    ))
      units.push(null)
  })
  return units
}
