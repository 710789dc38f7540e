/** Files that somebody sends who means no good, made as they are asked for. */
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'
import sharp from 'sharp'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#cccccc' } })
export const jpeg = (width = 640, height = 480) => plain(width, height).jpeg().toBuffer()
export const png = (width = 640, height = 480) => plain(width, height).png().toBuffer()
const zip = () => Buffer.from(zipSync({ 'run.js': strToU8('alert(1)') }))

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer): number => {
  let c = 0xffffffff
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc(named))
  return Buffer.concat([head, named, tail])
}
/** A PNG that says it is so large, however little it holds. */
const pngSaying = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1024))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF of one page; `more` are further objects. */
export const pdf = (catalog = '', more = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n${more}trailer<</Root 1 0 R>>\n%%EOF\n`,
    'latin1',
  )
const packed = (text: string): string => {
  const stream = deflateSync(Buffer.from(text)).toString('latin1')
  return `9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${stream.length}>>stream\n${stream}\nendstream endobj\n`
}

const TYPES = (main: string) =>
  strToU8(
    `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`,
  )
export const xlsx = (more: Zippable = {}, main = 'spreadsheetml.sheet.main+xml'): Buffer =>
  Buffer.from(
    zipSync({ '[Content_Types].xml': TYPES(main), 'xl/workbook.xml': strToU8('<workbook/>'), ...more }),
  )

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const asPng = { name: '照片.png', type: 'image/png' }
const asPdf = { name: '材料.pdf', type: 'application/pdf' }
const asTable = {
  name: '名单.xlsx',
  type: XLSX,
  purpose: 'table',
  serviceId: undefined,
  materialId: undefined,
}
const asCsv = { ...asTable, name: '名单.csv', type: 'text/csv' }

type Made = Buffer | Promise<Buffer>
/** What it is, how it is made, what it says it is, and why it is refused. */
export const hostile: readonly [what: string, make: () => Made, as: object, refusal: string][] = [
  ['a GIF called JPEG', () => plain(300, 300).gif().toBuffer(), {}, 'other-type'],
  [
    'a GIF that is a script',
    () => Buffer.from('GIF89a/*' + '\0'.repeat(200) + '*/=1;alert(1)'),
    {},
    'other-type',
  ],
  ['a PNG called JPEG', () => png(), {}, 'other-type'],
  [
    'an SVG',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    asPng,
    'other-type',
  ],
  ['an HTML page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), {}, 'other-type'],
  ['a page that begins like a JPEG', () => Buffer.from('ffd8ffe0', 'hex'), {}, 'unreadable'],
  [
    'HEIC called JPEG',
    () => Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.alloc(500)]),
    {},
    'heic',
  ],
  [
    'a PNG with an archive behind it',
    async () => Buffer.concat([await png(), zip()]),
    asPng,
    'hidden-content',
  ],
  [
    'a JPEG with an archive behind it',
    async () => Buffer.concat([await jpeg(), zip()]),
    {},
    'hidden-content',
  ],
  [
    'a JPEG with a page in its comment',
    async () => {
      const photo = await jpeg()
      const comment = Buffer.from('<script>alert(1)</script>')
      return Buffer.concat([
        photo.subarray(0, 2),
        Buffer.from([0xff, 0xfe, 0, comment.length + 2]),
        comment,
        photo.subarray(2),
      ])
    },
    {},
    'hidden-content',
  ],
  ['a picture 1 × 65535', () => png(1, 65_535), asPng, 'odd-size'],
  ['a picture that says 50000 × 50000', () => pngSaying(50_000, 50_000), asPng, 'odd-size'],
  ['a picture that says 8000 × 8000', () => pngSaying(8000, 8000), asPng, 'odd-size'],
  ['a picture that holds less than it says', () => pngSaying(3000, 3000), asPng, 'unreadable'],
  ['half a JPEG', async () => (await jpeg(1200, 900)).subarray(0, 4000), {}, 'unreadable'],
  [
    'a moving picture',
    () =>
      sharp({
        create: {
          width: 200,
          height: 400,
          channels: 3,
          background: '#fff',
          pageHeight: 200,
          noise: { type: 'gaussian', mean: 128, sigma: 20 },
        },
      })
        .webp({ loop: 0 })
        .toBuffer(),
    { name: 'x.webp', type: 'image/webp' },
    'moving',
  ],
  [
    'a PDF with a script',
    () => pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'),
    asPdf,
    'active-content',
  ],
  [
    'a PDF with a script by another spelling',
    () => pdf('/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>'),
    asPdf,
    'active-content',
  ],
  [
    'a PDF with a packed script',
    () => pdf('', packed('5 0 <</S/JavaScript/JS(app.alert(1))>>')),
    asPdf,
    'active-content',
  ],
  ['a PDF that starts a program', () => pdf('/OpenAction<</S/Launch/F(cmd.exe)>>'), asPdf, 'active-content'],
  ['a PDF with a file in it', () => pdf('/Names<</EmbeddedFiles<<>>>>'), asPdf, 'active-content'],
  [
    'a PDF with an archive behind it',
    () => Buffer.concat([pdf(), zip(), Buffer.from('%%EOF')]),
    asPdf,
    'hidden-content',
  ],
  ['a PDF without an end', () => pdf().subarray(0, -10), asPdf, 'unreadable'],
  [
    'a PDF that unpacks without end',
    () => pdf('', packed('0'.repeat(60 * 1024 * 1024))),
    asPdf,
    'unreadable',
  ],
  ['a PDF with a password', () => pdf('/Encrypt 8 0 R'), asPdf, 'locked'],
  ['a workbook that is any archive', () => zip(), asTable, 'other-type'],
  [
    'a text document called workbook',
    () => xlsx({}, 'wordprocessingml.document.main+xml'),
    asTable,
    'other-type',
  ],
  ['a workbook with macros', () => xlsx({ 'xl/vbaProject.bin': strToU8('x') }), asTable, 'active-content'],
  [
    'a workbook that unpacks without end',
    () => xlsx({ 'xl/big.xml': [new Uint8Array(110 * 1024 * 1024), { level: 1 }] }),
    asTable,
    'hidden-content',
  ],
  [
    'a workbook that leads astray',
    () => xlsx({ '../../etc/passwd': strToU8('x') }),
    asTable,
    'hidden-content',
  ],
  ['a list with bytes that are no text', () => Buffer.from([0x61, 0x2c, 0, 0x62]), asCsv, 'other-type'],
  ['a list that is a page', () => Buffer.from(' <html>'), asCsv, 'other-type'],
]

/** What is taken, and what it is kept as. */
export const harmless: readonly [what: string, make: () => Made, as: object, type: string][] = [
  ['a JPEG', () => jpeg(), {}, 'image/jpeg'],
  ['a PNG', () => png(), asPng, 'image/jpeg'],
  [
    'a PNG that lets see through',
    () =>
      sharp({ create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
    asPng,
    'image/jpeg',
  ],
  [
    'a WEBP',
    () => plain(640, 480).webp().toBuffer(),
    { name: '照片.webp', type: 'image/webp' },
    'image/jpeg',
  ],
  [
    'a JPEG with a film of the same moment behind it',
    async () =>
      Buffer.concat([await jpeg(), Buffer.from('000000186674797069736f6d', 'hex'), Buffer.alloc(400, 7)]),
    {},
    'image/jpeg',
  ],
  ['a long receipt', () => jpeg(300, 3000), {}, 'image/jpeg'],
  ['a PDF', () => pdf(), asPdf, 'application/pdf'],
  ['a PDF with packed objects', () => pdf('', packed('5 0 <</Type/Font>>')), asPdf, 'application/pdf'],
  ['a workbook', () => xlsx({ 'xl/printerSettings/printerSettings1.bin': strToU8('x') }), asTable, XLSX],
  [
    'a list in GB 18030',
    () => Buffer.concat([Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), Buffer.from(',x\n')]),
    asCsv,
    'text/csv',
  ],
]
