import type { Block, Cell, Paragraph, Table } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { runInLabel } from '../run-in-label.ts'
import { isAnswerLabel, isSlotLabel, slotsAtEnd } from '../slots.ts'

/**
 * A form of two columns: a label such as "Area for improvement 1" in a row of its own, below it the wording on the right and what
 * belongs to it (reference, date) on the left. It is read as the label, the wording and the labelled answers, one after another.
 */
export function unfoldRecordTables(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'table') return [block]
    if (isRecords(block)) return block.rows.flatMap((row) => blocksOfRow(row.cells, block))
    return isUpright(block) ? block.rows.map((row) => answerOfRow(row.cells, block)) : [block]
  })
}

/** A table that stands upright: a label on the left of each row ("Finding 1", "Recommendation", "Target date"), its text on the right. */
function isUpright({ rows }: Table): boolean {
  const labels = rows.map((r) => fold(r.cells[0]?.text ?? '').replace(/:$/, ''))
  return (
    rows.length >= 3 &&
    rows.every((r) => r.cells.length === 2) &&
    labels.every((l) => l.split(' ').length <= 5) &&
    labels.filter((l) => /^(?:audit |agreed )?recommendations?(?: \d+)?$/i.test(l)).length === 1 &&
    labels.some((l) => isSlotLabel(l) || isAnswerLabel(l))
  )
}

function answerOfRow([label, text]: Cell[], table: Table): Paragraph {
  const head = fold(label?.text ?? '').replace(/:$/, '')
  return { kind: 'paragraph', text: `${head}: ${fold(text?.text ?? '')}`, bold: false, indent: 0, at: table.at }
}

const labelOf = (cells: Cell[]): string | null => {
  const filled = cells.map((c) => fold(c.text)).filter(Boolean)
  return filled.length === 1 && filled[0] && runInLabel(filled[0])?.rest === '' ? filled[0] : null
}

const isRecords = ({ rows }: Table) => rows.length >= 2 && rows.every((r) => r.cells.length <= 2) && labelOf(rows[0]?.cells ?? []) !== null

function blocksOfRow(cells: Cell[], table: Table): Block[] {
  const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text, bold: false, indent: 0, at: table.at })
  const label = labelOf(cells)
  if (label) return [paragraph(label)]
  const left = fold(cells[0]?.text ?? '')
  const answers = cells.length > 1 ? left.slice(slotsAtEnd(left).rest.length).trim() : ''
  return [...(cells.at(-1)?.blocks ?? []), ...(answers ? [paragraph(answers)] : [])]
}
