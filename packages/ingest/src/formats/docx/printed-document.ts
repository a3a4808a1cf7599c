import type { WordNumbering } from './word-numbering.ts'
import { wordCounter } from './word-numbering.ts'

/** Word's own XML as it is printed: numbers that Word makes stand as text, hidden and struck-through words are gone. */
export function printedDocument(xml: string, numbering: WordNumbering): string {
  return numbered(withoutHidden(xml), numbering)
}

const HIDDEN = /<w:(?:vanish|strike|dstrike|specVanish)(?:\s+w:val="(?:1|true|on)")?\s*\/>/

/** Runs of hidden or struck-through letters are cut out; a run inside another (a text box) is looked at by itself. */
function withoutHidden(xml: string): string {
  const kept: string[] = []
  let from = 0
  for (let end = xml.indexOf('</w:r>'); end >= 0; end = xml.indexOf('</w:r>', end + 6)) {
    const start = Math.max(xml.lastIndexOf('<w:r>', end), xml.lastIndexOf('<w:r ', end))
    if (start < from || !HIDDEN.test(propertiesOf(xml.slice(start, end)))) continue
    kept.push(xml.slice(from, start))
    from = end + 6
  }
  return kept.join('') + xml.slice(from)
}

const propertiesOf = (run: string) => /<w:rPr>[\s\S]*?<\/w:rPr>/.exec(run)?.[0] ?? ''

/** A paragraph that Word numbers gets its number as text and loses its place in Word's list; bullets stay a list. */
function numbered(xml: string, numbering: WordNumbering): string {
  const count = wordCounter(numbering)
  const plain = xml.replace(/<w:pPrChange[\s\S]*?<\/w:pPrChange>/g, '')
  return plain.replace(/<w:pPr>[\s\S]*?<\/w:pPr>/g, (properties) => {
    const own = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(properties)?.[0]
    const style = numbering.styles.get(/<w:pStyle\s[^>]*?w:val="([^"]*)"/.exec(properties)?.[1] ?? '')
    const list = own ? (/<w:numId\s[^>]*?w:val="([^"]*)"/.exec(own)?.[1] ?? style?.list) : style?.list
    const level = own ? Number(/<w:ilvl\s[^>]*?w:val="(\d+)"/.exec(own)?.[1] ?? style?.level ?? 0) : (style?.level ?? 0)
    const printed = list && list !== '0' ? count(list, level) : null
    if (!printed) return properties
    const text = /\p{N}$/u.test(printed) && /^\p{N}+$/u.test(printed) ? `${printed}.` : printed
    return `${own ? properties.replace(own, '') : properties}<w:r><w:t xml:space="preserve">${escaped(text)} </w:t></w:r>`
  })
}

const escaped = (text: string) => text.replace(/&(?!\w+;)/g, '&amp;').replace(/</g, '&lt;')
