/** A document of our own corpus: blocks to set in any format, and the labels that stand as marks in its source. */
export type SourceBlock =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string; bold: boolean }
  | { kind: 'bullet'; depth: number; text: string }
  | { kind: 'table'; rows: string[][] }
export type LabelledItem = { ref: string | null; text: string; timescale: string | null; owner: string | null; children: LabelledItem[] }
export type Label = {
  source: string
  negative: boolean
  recommendations: LabelledItem[]
  grades: { subject: string; value: string; scale: null }[]
}

/** "⟦W ref | timescale | owner | wording⟧": a recommendation whose printed words are cut apart by columns, told beside the text. */
const APART = /⟦W([^⟧]*)⟧\n?/g
const MARK = /⟦(\/?[RPG])([^⟧]*)⟧/g

/** "⟦R ref | timescale | owner⟧wording⟦/R⟧" marks a recommendation, P a part of the one before, "⟦G subject⟧value⟦/G⟧" a grade. */
export function labelOf(name: string, source: string): Label {
  const label: Label = { source: name, negative: false, recommendations: [], grades: [] }
  for (const match of source.matchAll(/⟦([RPG])([^⟧]*)⟧([^⟦]*)⟦\/\1⟧/g)) {
    const [ref, timescale, owner] = (match[2] ?? '').split('|').map((part) => part.trim() || null)
    const text = plain(match[3] ?? '')
    if (match[1] === 'G') label.grades.push({ subject: ref ?? '', value: text, scale: null })
    else {
      const item = { ref: ref ?? null, text, timescale: timescale ?? null, owner: owner ?? null, children: [] }
      const into = match[1] === 'P' ? label.recommendations.at(-1)?.children : label.recommendations
      into?.push(item)
    }
  }
  for (const match of source.matchAll(APART)) {
    const [ref, timescale, owner, text] = (match[1] ?? '').split('|').map((part) => part.trim() || null)
    label.recommendations.push({ ref: ref ?? null, text: text ?? '', timescale: timescale ?? null, owner: owner ?? null, children: [] })
  }
  label.negative = !label.recommendations.length && !label.grades.length
  return label
}

export function withoutLabels(source: string): string {
  return source.replace(APART, '').replace(MARK, '')
}

const plain = (text: string) => text.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()

export function blocksOf(markdown: string): SourceBlock[] {
  const blocks: SourceBlock[] = []
  for (const part of markdown.split(/\n{2,}/)) {
    const lines = part.split('\n').filter((l) => l.trim())
    if (!lines.length) continue
    if (lines[0]?.startsWith('|'))
      blocks.push({
        kind: 'table',
        rows: lines.filter((l) => !/^\|[-|\s]+\|$/.test(l)).map((l) => l.trim().slice(1, -1).split('|').map(plain)),
      })
    else for (const line of lines) blocks.push(blockOf(line))
  }
  return blocks
}

function blockOf(line: string): SourceBlock {
  const heading = /^(#{1,6}) (.*)$/.exec(line)
  if (heading) return { kind: 'heading', level: (heading[1] ?? '').length, text: plain(heading[2] ?? '') }
  const bullet = /^( *)- (.*)$/.exec(line)
  if (bullet) return { kind: 'bullet', depth: (bullet[1] ?? '').length / 2, text: plain(bullet[2] ?? '') }
  return { kind: 'paragraph', text: plain(line), bold: /^\*\*[^*]+\*\*$/.test(line.trim()) }
}
