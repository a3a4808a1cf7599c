import type { SourceBlock } from '../corpus-source.ts'
import { zip } from './zip.ts'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const run = (text: string, bold = false) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
const paragraph = (inner: string, properties = '') => `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inner}</w:p>`
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A Word document with styled headings, numbered-list bullets and tables. */
export function toDocx(blocks: SourceBlock[]): Uint8Array {
  return docxAround(`${XML}<w:document ${NAMESPACE}><w:body>${blocks.map(blockXml).join('')}</w:body></w:document>`)
}

function blockXml(block: SourceBlock): string {
  if (block.kind === 'heading') return paragraph(run(block.text), `<w:pStyle w:val="Heading${block.level}"/>`)
  if (block.kind === 'paragraph') return paragraph(run(block.text, block.bold))
  if (block.kind === 'bullet') return paragraph(run(block.text), `<w:numPr><w:ilvl w:val="${block.depth}"/><w:numId w:val="1"/></w:numPr>`)
  return `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>${paragraph('')}`
}

const STYLES = `${XML}<w:styles ${NAMESPACE}>${[1, 2, 3, 4].map((n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/></w:style>`).join('')}</w:styles>`
const NUMBERING = `${XML}<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="0">${[0, 1, 2].map((n) => `<w:lvl w:ilvl="${n}"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ROOT = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`
const DOCUMENT = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`

export function docxAround(
  document: string,
  more: { name: string; data: Uint8Array }[] = [],
  claim?: (name: string, size: number) => number,
): Uint8Array {
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': ROOT,
    'word/document.xml': document,
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    'word/_rels/document.xml.rels': DOCUMENT,
  }
  return zip([...Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) })), ...more], claim)
}
