import sharp from 'sharp'
import { chineseFont } from '../platform/chinese-font'

/** Neither white nor black hides it, and what lies under it stays readable. */
const COLOUR = '#8a8a8a'
const ALPHA = '42%'
const SLANT = -30
/** The words take about this part of the shorter side. */
const PART = 0.72
const MOST_DPI = 500
const AT_DPI = 100

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const drawn = (words: string, dpi: number) =>
  sharp({
    text: {
      text: `<span foreground="${COLOUR}" fgalpha="${ALPHA}">${escaped(words)}</span>`,
      font: 'Noto Sans S Chinese',
      fontfile: chineseFont,
      rgba: true,
      dpi,
    },
  })

/** The words of a purpose, slanting and half transparent, to be laid over a picture of this size as tiles. */
export async function watermark(words: string, width: number, height: number): Promise<Buffer> {
  const { width: wide = 1 } = await drawn(words, AT_DPI).metadata()
  const dpi = Math.round((AT_DPI * PART * Math.min(width, height)) / wide)
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 }
  const text = await drawn(words, Math.min(MOST_DPI, Math.max(20, dpi)))
    .png()
    .toBuffer()
  const slanted = await sharp(text).rotate(SLANT, { background: transparent }).png().toBuffer()
  // a tile may not be larger than what it is laid on
  return sharp(slanted).resize({ width, height, fit: 'inside', withoutEnlargement: true }).png().toBuffer()
}
