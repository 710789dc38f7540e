/** A photo: decoded whole, turned the right way up, without what the camera wrote into it (place, time, owner), marked. */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { fileSettings } from '@one-window/shared/files/settings'
import type { Checked } from './check-bytes'
import { isSomethingElseToo } from './hidden-content'
import { watermark } from './watermark'

const { mostPixels, keptSide, smallSide, leastSide, mostSlender } = fileSettings
const QUALITY = 82
const SMALL_QUALITY = 60
const formats: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
}

sharp.cache(false)

/** Reads no more pixels than are taken, one picture, and stops at the first that is damaged. */
const opened = (bytes: Buffer): Sharp =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true, pages: 1 })

/** What a picture says of itself; nothing is decoded, so any size may be said. */
const headOf = (bytes: Buffer): Promise<Metadata> => sharp(bytes, { limitInputPixels: false }).metadata()

const isOddSize = ({ width, height }: Metadata): boolean =>
  width * height > mostPixels ||
  Math.min(width, height) < leastSide ||
  Math.max(width, height) > mostSlender * Math.min(width, height)

/** A photo as it is kept: JPEG on white, A4 at 300 dpi at most, drawn anew, so that nothing of the upload is left. */
export async function checkImage(bytes: Buffer, type: string, mark?: string): Promise<Checked> {
  let metadata: Metadata
  try {
    metadata = await headOf(bytes)
  } catch {
    return { refusal: 'unreadable' }
  }
  if (metadata.format !== formats[type]) return { refusal: 'other-type' }
  if (isOddSize(metadata)) return { refusal: 'odd-size' }
  if ((metadata.pages ?? 1) > 1) return { refusal: 'moving' }
  if (isSomethingElseToo(bytes)) return { refusal: 'hidden-content' }
  try {
    const turned = opened(bytes)
      .autoOrient()
      .resize({ width: keptSide, height: keptSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
    const { width, height } = keptSizeOf(metadata.autoOrient)
    const drawn = mark
      ? turned.composite([{ input: await watermark(mark, width, height), tile: true, blend: 'over' }])
      : turned
    const kept = await drawn.jpeg({ quality: QUALITY }).toBuffer()
    const small = await sharp(kept)
      .resize({ width: smallSide, height: smallSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: SMALL_QUALITY })
      .toBuffer()
    return { bytes: kept, small, type: 'image/jpeg' }
  } catch {
    return { refusal: 'unreadable' }
  }
}

const keptSizeOf = ({ width, height }: { width: number; height: number }) => {
  const part = Math.min(1, keptSide / Math.max(width, height))
  return { width: Math.round(width * part), height: Math.round(height * part) }
}
