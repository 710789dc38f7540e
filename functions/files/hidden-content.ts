const END_OF_ZIP = Buffer.from('504b0506', 'hex')
const ZIP_ENTRY = Buffer.from('504b0304', 'hex')
/** An archive ends at most so far before the end: 22 bytes and a comment. */
const ARCHIVE_TAIL = 22 + 65_535
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|\?php)/i
/** How far a browser or a reader looks for what a file might be. */
const SNIFFED = 1024

/** True when the bytes are an archive, a page or a document as well, whatever they begin with. */
export function isSomethingElseToo(bytes: Buffer, { isPdf = false } = {}): boolean {
  const isArchive = bytes.indexOf(END_OF_ZIP, Math.max(0, bytes.length - ARCHIVE_TAIL)) >= 0
  if (isArchive && bytes.includes(ZIP_ENTRY)) return true
  const head = bytes.subarray(0, SNIFFED).toString('latin1')
  return MARKUP.test(head) || (!isPdf && head.includes('%PDF-'))
}
