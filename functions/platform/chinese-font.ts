import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const beside = join(__dirname, 'font.otf')

/** The file of a font with Chinese characters: no machine of the cloud has one, so it is packaged beside the bundle (functions/build.mjs). */
export const chineseFont = existsSync(beside)
  ? beside
  : join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts', 'NotoSansHans-Regular.otf')
