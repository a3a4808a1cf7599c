import mammoth from 'mammoth'
import type { Block } from '../document/block.ts'
import { readHtmlBlocks } from './html/read-html.ts'
import { Unreadable } from './unreadable.ts'
import { guardZip } from './zip-guard.ts'

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
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeEmbeddedStyleMap: false },
    )
    html = result.value
  } catch {
    throw Unreadable('broken', 'the Word document is damaged and cannot be opened')
  }
  const { blocks } = readHtmlBlocks(html)
  if (!blocks.length) throw Unreadable('noText', 'the Word document holds no text')
  return { blocks, title: null }
}
