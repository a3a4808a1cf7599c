import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { assemblePdf, writePdf } from './render/to-pdf.ts'
import { docxAround } from './render/to-docx.ts'
import { zip } from './render/zip.ts'

/** A file that must not break the reader, and the expected outcome: a reason it is refused for, or 'read'. */
export type BadFile = {
  name: string
  what: string
  bytes: () => Uint8Array
  expect: ('read' | 'wrongType' | 'password' | 'broken' | 'empty' | 'noText' | 'tooLarge' | 'tooManyPages' | 'tooMuchMemory' | 'tooSlow')[]
}

const text = (s: string) => Buffer.from(s)
const line = (t: string, y = 700) => ({ x: 60, y, size: 11, bold: false, text: t })
const onePage = () => writePdf([{ texts: [line('Recommendations', 720), line('1. The council should reply to letters.')], rules: [] }])
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

export const BAD_FILES: BadFile[] = [
  { name: 'empty.pdf', what: 'no bytes at all', bytes: () => text(''), expect: ['empty'] },
  { name: 'blank.txt', what: 'white space only', bytes: () => text(' \n\f\n '), expect: ['empty'] },
  { name: 'letter.pdf', what: 'plain text named .pdf', bytes: () => text('Dear Sir, this is no PDF.'), expect: ['wrongType'] },
  {
    name: 'picture.docx',
    what: 'a picture named .docx',
    bytes: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    expect: ['wrongType'],
  },
  {
    name: 'program.txt',
    what: 'a program named .txt',
    bytes: () => Buffer.concat([text('MZ'), Buffer.alloc(3000, 0x90)]),
    expect: ['wrongType'],
  },
  {
    name: 'sheet.docx',
    what: 'a spreadsheet named .docx',
    bytes: () => zip([{ name: 'xl/workbook.xml', data: text('<workbook/>') }]),
    expect: ['wrongType'],
  },
  {
    name: 'old.docx',
    what: 'a Word document of 1997',
    bytes: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]),
    expect: ['wrongType'],
  },
  {
    name: 'locked.docx',
    what: 'a Word document with a password',
    bytes: () =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(1024),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(512),
      ]),
    expect: ['password'],
  },
  { name: 'locked.pdf', what: 'a PDF with a password', bytes: () => encryptedPdf(), expect: ['password'] },
  { name: 'half.pdf', what: 'the first half of a PDF', bytes: () => onePage().slice(0, 420), expect: ['broken', 'noText', 'read'] },
  {
    name: 'noise.pdf',
    what: 'a PDF head and noise',
    bytes: () => Buffer.concat([text('%PDF-1.7\n'), noise(20_000)]),
    expect: ['broken', 'noText'],
  },
  {
    name: 'lost-table.pdf',
    what: 'a PDF whose object table points nowhere',
    bytes: () => Buffer.from(latin(onePage()).replace(/\d{10} 00000 n/g, '0000009999 00000 n'), 'latin1'),
    expect: ['read'],
  },
  { name: 'broken-font.pdf', what: 'a PDF whose embedded font is noise', bytes: () => brokenFontPdf(), expect: ['read', 'noText'] },
  { name: 'scan.pdf', what: 'a scanned page without text', bytes: () => scannedPdf(), expect: ['noText'] },
  {
    name: 'pages-10000.pdf',
    what: 'a PDF of 10,000 pages',
    bytes: () => writePdf(Array.from({ length: 10_000 }, (_, i) => ({ texts: [line(`Page ${i + 1}`)], rules: [] }))),
    expect: ['tooManyPages'],
  },
  {
    name: 'flate-bomb.pdf',
    what: 'a page whose content unpacks to 600 MB',
    bytes: () => flateBombPdf(),
    expect: ['tooLarge'],
  },
  { name: 'endless.pdf', what: 'a form that draws itself', bytes: () => selfDrawingPdf(), expect: ['read', 'noText', 'broken', 'tooSlow'] },
  {
    name: 'bomb.docx',
    what: 'a zip bomb that says what it is',
    bytes: () => docxAround('<w:document/>', [{ name: 'word/media/a.xml', data: Buffer.alloc(80 * 1024 * 1024) }]),
    expect: ['tooLarge'],
  },
  {
    name: 'lying-bomb.docx',
    what: 'a zip bomb that claims to be small',
    bytes: () =>
      docxAround('<w:document/>', [{ name: 'word/a.xml', data: Buffer.alloc(80 * 1024 * 1024) }], (name, size) =>
        name === 'word/a.xml' ? 1000 : size,
      ),
    expect: ['tooLarge'],
  },
  {
    name: 'entities.docx',
    what: 'XML entities that double a thousand times',
    bytes: () =>
      docxAround(
        `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "&a${i ? i - 1 : ''};&a${i ? i - 1 : ''};">`).join('')}]><w:document>&a29;</w:document>`,
      ),
    expect: ['broken'],
  },
  {
    name: 'broken.docx',
    what: 'a Word document cut in half',
    bytes: () => docxAround(wordText('The council should reply.')).slice(0, 700),
    expect: ['broken'],
  },
  {
    name: 'macros.docx',
    what: 'a Word document with macros',
    bytes: () => docxAround(wordText('Recommendations follow.'), [{ name: 'word/vbaProject.bin', data: noise(5000) }]),
    expect: ['read'],
  },
  {
    name: 'deep.html',
    what: '60,000 elements inside one another',
    bytes: () => text(`${'<div>'.repeat(60_000)}The council should reply.`),
    expect: ['read', 'noText', 'tooSlow', 'tooMuchMemory', 'broken'],
  },
  {
    name: 'entities.html',
    what: 'a page that declares entities and loads scripts',
    bytes: () =>
      text(
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><script src="http://example.invalid/x.js"></script><p>&x; The council should reply.</p>',
      ),
    expect: ['read'],
  },
  {
    name: 'one-line.txt',
    what: 'three million letters on one line',
    bytes: () => text('The council should, by May 2020, recommend that '.repeat(60_000)),
    expect: ['read', 'tooSlow', 'tooLarge'],
  },
  {
    name: 'many-commas.md',
    what: 'a text made to send patterns astray',
    bytes: () =>
      text(`# Recommendations\n\n- ${'in, to, as, by, for, with, '.repeat(20_000)}should\n\n${'following following '.repeat(20_000)}:`),
    expect: ['read'],
  },
  { name: 'nul.txt', what: 'text with NUL bytes', bytes: () => text('Recommendations\0\0\n1. Reply.'), expect: ['wrongType'] },
  {
    name: 'utf16.txt',
    what: 'text in UTF-16',
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Recommendations\n\n1. The council should reply.\n', 'utf16le')]),
    expect: ['read'],
  },
]

function wordText(t: string): string {
  return `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${t}</w:t></w:r></w:p></w:body></w:document>`
}

/** The same noise each time, so that a failure can be repeated. */
function noise(length: number): Buffer {
  const out = Buffer.alloc(length)
  let x = 12_345
  for (let i = 0; i < length; i++) {
    x = (x * 1_103_515_245 + 12_345) % 2_147_483_648
    out[i] = x >> 16
  }
  return out
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const stream = (data: string, dictionary = '') => `<< /Length ${data.length} ${dictionary}>>\nstream\n${data}\nendstream`
const page = (resources: string, contents = 4) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents ${contents} 0 R >>`

function scannedPdf(): Uint8Array {
  const image = stream(
    '\u00ff\u0000\u00ff\u0000',
    '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 ',
  )
  return assemblePdf([CATALOG, PAGES, page('/XObject << /I 5 0 R >>'), stream('q 595 0 0 842 0 0 cm /I Do Q'), image])
}

function brokenFontPdf(): Uint8Array {
  const font =
    '<< /Type /Font /Subtype /TrueType /BaseFont /Broken /FirstChar 32 /LastChar 34 /Widths [500 500 500] /FontDescriptor 6 0 R >>'
  const descriptor = '<< /Type /FontDescriptor /FontName /Broken /Flags 32 /FontFile2 7 0 R >>'
  return assemblePdf([
    CATALOG,
    PAGES,
    page('/Font << /F1 5 0 R >>'),
    stream('BT /F1 11 Tf 60 700 Td (The council should reply.) Tj ET'),
    font,
    descriptor,
    stream(noise(400).toString('latin1'), '/Length1 400 '),
  ])
}

function flateBombPdf(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(600 * 1024 * 1024, 0x20), { level: 9 }).toString('latin1')
  return assemblePdf([CATALOG, PAGES, page('/Font << >>'), stream(packed, '/Filter /FlateDecode ')])
}

function selfDrawingPdf(): Uint8Array {
  const form = stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> ')
  return assemblePdf([CATALOG, PAGES, page('/XObject << /X 5 0 R >>'), stream('/X Do'), form])
}

const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest()

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i)
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    ;[s[i], s[j]] = [s[j] ?? 0, s[i] ?? 0]
  }
  let a = 0
  let b = 0
  return Buffer.from(
    data.map((byte) => {
      a = (a + 1) & 255
      b = (b + (s[a] ?? 0)) & 255
      ;[s[a], s[b]] = [s[b] ?? 0, s[a] ?? 0]
      return byte ^ (s[((s[a] ?? 0) + (s[b] ?? 0)) & 255] ?? 0)
    }),
  )
}

/** The standard security handler, revision 2 (PDF 1.4, section 3.5): a user password that nobody has. */
function encryptedPdf(): Uint8Array {
  const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')
  const padded = (password: string) => Buffer.concat([Buffer.from(password), padding]).subarray(0, 32)
  const id = Buffer.from('0123456789abcdef')
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded('secret'))
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const key = md5(padded('secret'), owner, permissions, id).subarray(0, 5)
  const user = rc4(key, padding)
  const content = rc4(
    md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10),
    Buffer.from('BT /F1 11 Tf 60 700 Td (secret) Tj ET'),
  ).toString('latin1')
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`
  const objects = [
    CATALOG,
    PAGES,
    page('/Font << /F1 5 0 R >>'),
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    dictionary,
  ]
  return assemblePdf(objects, `/Encrypt 6 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>] `)
}
