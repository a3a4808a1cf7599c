import { Unreadable } from './unreadable.ts'

export type Format = 'pdf' | 'docx' | 'html' | 'markdown' | 'text'

const BY_ENDING: Record<string, Format> = { html: 'html', htm: 'html', xhtml: 'html', md: 'markdown', markdown: 'markdown' }
const PLAIN = new Set(['txt', 'text', ''])

/** A page or a part of one, and Markdown, whatever they are named. */
const HTML_START =
  /^(?:\ufeff|ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,400}?-->\s*)*<(?:!doctype html|html|head|body|main|article|section|div|h[1-3]|table|ul|ol|p)[\s>]/i
const MARKDOWN = /^#{1,6} \S[^]*^(?:#{1,6} \S|\s*[-*] \S|\d+\. \S|\|.*\|)|^#{1,6} \S[^]*(?:\*\*\S|\]\(\S)/m

/** Which reader a file is for: by its first bytes, then by its name. A name that lies about its content is refused with what it is. */
export function sniffFormat(name: string, bytes: Uint8Array): Format {
  if (!bytes.length) throw Unreadable('empty', 'the file is empty')
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) return 'docx'
  refuseOtherTypes(head, ending, bytes)
  const known = BY_ENDING[ending]
  if (known) return known
  if (HTML_START.test(head)) return 'html'
  if (PLAIN.has(ending)) return MARKDOWN.test(head) ? 'markdown' : 'text'
  throw Unreadable('wrongType', `files named .${ending} are not read; send PDF, Word (.docx), HTML, Markdown or plain text`)
}

function refuseOtherTypes(head: string, ending: string, bytes: Uint8Array): void {
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) refuseOldOffice(bytes)
  const what = BINARY.find(([start]) => head.startsWith(start))?.[1]
  if (head.startsWith('{\\rtf')) throw Unreadable('wrongType', 'the file is rich text (RTF); save it as .docx or PDF and try again')
  if (what) throw Unreadable('wrongType', `the file is ${what}, not a document with text`)
  if (ending === 'pdf') throw Unreadable('wrongType', 'the file is named .pdf but is no PDF')
  if (ending === 'docx') throw Unreadable('wrongType', 'the file is named .docx but is no Word document')
  if (looksBinary(bytes)) throw Unreadable('wrongType', 'the file is neither PDF, Word, HTML, Markdown nor plain text')
}

/** The old container also holds new documents that are encrypted. */
function refuseOldOffice(bytes: Uint8Array): never {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw Unreadable('password', 'the document is protected by a password; save it without one and try again')
  throw Unreadable('wrongType', 'the file is an old Office document (.doc, .xls, .ppt); save it as .docx or PDF')
}

const BINARY: [string, string][] = [
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['MZ', 'a program'],
  ['\u007fELF', 'a program'],
  ['\u001f\u008b', 'a packed file (gzip)'],
  ['Rar!', 'a packed file (RAR)'],
  ['7z\u00bc\u00af', 'a packed file (7z)'],
]

function looksBinary(bytes: Uint8Array): boolean {
  // A mark at the start says that every second byte is a letter's other half.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  const sample = bytes.subarray(0, 4096)
  let odd = 0
  for (const b of sample) {
    if (b === 0) return true
    if (b < 9 || (b > 13 && b < 32 && b !== 27)) odd++
  }
  return odd > sample.length * 0.05
}
