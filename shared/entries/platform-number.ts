/** The number of the city platform (市一体化平台办件编号): opaque, as it is typed or pasted. */
import * as z from 'zod/mini'

/** Half-width capitals and digits, without blanks: 6 to 50 characters (GB/T 39046: an..50). */
export const readPlatformNumber = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** True for a number that can be one. */
export const isPlatformNumber = (text: string): boolean => /^[0-9A-Z][0-9A-Z-]{4,48}[0-9A-Z]$/.test(text)

export const PlatformNumber = z.pipe(
  z.pipe(z.string('请填平台办件编号'), z.transform(readPlatformNumber)),
  z.string().check(z.refine(isPlatformNumber, '平台编号是6到50位字母、数字，请照平台上的填')),
)
