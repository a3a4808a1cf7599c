import mammoth from 'mammoth'
import type { Block } from '../../document/block.ts'
import { readHtmlBlocks } from '../html/read-html.ts'
import { Unreadable } from '../unreadable.ts'
import { printedDocument } from './printed-document.ts'
import { wordNumbering } from './word-numbering.ts'
import { writeZip } from './write-zip.ts'
import { guardZip, unpacked, type Entry } from './zip-guard.ts'

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", 'u => ', 'strike => ']

/** Reads a Word document by way of HTML. Macros are never run, pictures never decoded; the archive is looked into first. */
export async function readDocxBlocks(bytes: Uint8Array): Promise<{ blocks: Block[]; title: string | null }> {
  const entries = guardZip(bytes)
  if (!entries.some((e) => e.name === 'word/document.xml')) {
    if (entries.some((e) => e.name === 'EncryptedPackage'))
      throw Unreadable('password', 'the Word document is protected by a password; save it without one and try again')
    throw Unreadable('wrongType', 'the file is a zip archive but no Word document')
  }
  let html: string
  try {
    const result = await mammoth.convertToHtml(
      { buffer: asPrinted(bytes, entries) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeEmbeddedStyleMap: false },
    )
    html = result.value
  } catch {
    throw Unreadable('broken', 'the Word document is damaged and cannot be opened')
  }
  const { blocks } = readHtmlBlocks(withoutNotes(html))
  if (!blocks.length) throw Unreadable('noText', 'the Word document holds no text')
  return { blocks, title: null }
}

/** The archive with its document as Word prints it; pictures and what else the reader does not need are left out. */
function asPrinted(bytes: Uint8Array, entries: Entry[]): Buffer {
  const part = (name: string) => {
    const entry = entries.find((e) => e.name === name)
    return entry ? unpacked(bytes, entry).toString('utf8') : ''
  }
  const numbering = wordNumbering(part('word/numbering.xml'), part('word/styles.xml'))
  const kept = entries.filter((e) => /\.(?:xml|rels)$/i.test(e.name))
  return writeZip(
    kept.map((e) => ({
      name: e.name,
      bytes: e.name === 'word/document.xml' ? Buffer.from(printedDocument(part(e.name), numbering), 'utf8') : unpacked(bytes, e),
    })),
  )
}

/** Foot- and endnotes come as a list at the end: they are no part of the text. */
const withoutNotes = (html: string) =>
  html.replace(/<ol>(?:<li id="[^"]*(?:foot|end)note-\d+">(?:(?!<li id=)[\s\S])*?<\/li>)+<\/ol>\s*$/, '')
