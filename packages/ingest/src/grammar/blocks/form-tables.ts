import type { Block, Row, Table } from '../../document/block.ts'
import { fold } from '../../document/words.ts'
import { announcementIn } from '../announcers.ts'
import { bareHeading } from '../heading-words.ts'

const NUMBER = /^\d{0,2}[.)]?$/
/** A form's number that stands before its head in the same line of text. */
const NUMBERED = /^\d{1,2}\s+(?=\p{Lu}{3})/u
const CAPITALS = /^((?:[\p{Lu}’'&,/-]{2,}[ :]+){1,8})(?=[\p{Lu}(][\p{Ll}. ]|\(?\d)/u

/**
 * A form printed as a table: a number on the left, on the right a head in capitals and its text; or a box of one column.
 * It is read as the headings and paragraphs that it holds.
 */
export function unfoldForms(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return isForm(block) ? block.rows.flatMap(blocksOfRow) : [block]
    if (block.kind === 'item' && block.marker.family === 'number') return capitalsApart(block)
    return block.kind === 'paragraph' && NUMBERED.test(block.text)
      ? capitalsApart({ ...block, text: block.text.replace(NUMBERED, '') })
      : [block]
  })
}

function isForm(table: Table): boolean {
  if (table.rows[0]?.cells.some((c) => announcementIn(bareHeading(c.text)) !== null && c.text.length < 80)) return false
  const rows = table.rows.filter((r) => r.cells.some((c) => c.text.trim()))
  const fits = rows.filter((r) => r.cells.length <= 2 && (r.cells.length === 1 || NUMBER.test(r.cells[0]?.text.trim() ?? '')))
  const headed = rows.filter((r) => CAPITALS.test(fold(r.cells.at(-1)?.text ?? '')) || r.cells.at(-1)?.blocks[0]?.kind === 'heading')
  return (
    rows.length > 0 &&
    fits.length === rows.length &&
    (headed.length >= 2 || (rows.length <= 3 && rows.every((r) => (r.cells.at(-1)?.blocks.length ?? 0) > 2)))
  )
}

function blocksOfRow(row: Row): Block[] {
  const inside = row.cells.at(-1)?.blocks ?? []
  return inside.flatMap((block, i) => {
    const at = { ...block.at, page: block.at.page ?? row.at.page }
    if (i > 0 || (block.kind !== 'paragraph' && block.kind !== 'heading')) return [{ ...block, at }]
    return capitalsApart({ ...block, at })
  })
}

/** "CORONER'S CONCERNS During the course ...": words in capitals head the text that they run into. */
function capitalsApart(block: Exclude<Block, Table>): Block[] {
  const text = fold(block.text)
  const head = CAPITALS.exec(text)?.[1]?.trim() ?? ''
  if (head.split(' ').length < 2) return [block]
  return [
    { kind: 'heading', text: head, level: null, at: block.at },
    { kind: 'paragraph', text: text.slice(head.length).replace(/^[\s:]+/, ''), bold: false, indent: 0, at: block.at },
  ]
}
