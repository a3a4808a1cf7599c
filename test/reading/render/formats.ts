import { blocksOf, withoutLabels } from '../corpus-source.ts'
import { toDocx } from './to-docx.ts'
import { toHtml } from './to-html.ts'
import { toPdf } from './to-pdf.ts'
import { toLaidOutText } from './to-text.ts'

/** One document of the corpus in each format that is read. */
export function inEachFormat(source: string): Record<'md' | 'html' | 'docx' | 'pdf' | 'txt', Uint8Array> {
  const markdown = withoutLabels(source)
  const blocks = blocksOf(markdown)
  const title = blocks.find((b) => b.kind === 'heading')?.text ?? ''
  const bytes = (text: string) => Buffer.from(text)
  return {
    md: bytes(markdown),
    html: bytes(toHtml(title, blocks)),
    docx: toDocx(blocks),
    pdf: toPdf(title, blocks),
    txt: bytes(toLaidOutText(title, blocks)),
  }
}
