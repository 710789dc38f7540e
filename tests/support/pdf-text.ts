/** Reads the text of a PDF back, as a reader that selects and copies it would: by the map from glyphs to characters. */
import { inflateSync } from 'node:zlib'

const streams = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, packed]) => {
    try {
      return [inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })

/** Glyph number → character, of the one embedded font. */
function charactersOf(map: string): Map<number, string> {
  const found = new Map<number, string>()
  for (const [, from, list] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    [...list!.matchAll(/<([^>]*)>/g)].forEach(([, units], at) => {
      const codes = units!.match(/\w{4}/g) ?? []
      found.set(parseInt(from!, 16) + at, String.fromCharCode(...codes.map((code) => parseInt(code, 16))))
    })
  return found
}

/** The lines as they were drawn, and the number of pages. */
export function readPdf(pdf: Buffer): { lines: string[]; pages: number } {
  const all = streams(pdf)
  const characters = charactersOf(all.find((stream) => stream.includes('beginbfrange')) ?? '')
  const lines = all
    .filter((stream) => stream.includes(' TJ'))
    .flatMap((stream) => [...stream.matchAll(/\[([^\]]*)\] TJ/g)])
    .map(([, shown]) =>
      [...shown!.matchAll(/<(\w*)>/g)]
        .flatMap(([, glyphs]) => glyphs!.match(/\w{4}/g) ?? [])
        .map((glyph) => characters.get(parseInt(glyph, 16)) ?? '?')
        .join(''),
    )
  return { lines, pages: (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length }
}
