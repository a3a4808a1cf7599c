import type { Block, Table } from '../../document/block.ts'
import { headOf } from '../tables/table-head.ts'

/** A table's head that layout took for a table of its own, because two of its cells ran together: it belongs to the rows below it. */
export function joinHeadTables(blocks: Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (block.kind === 'table' && last?.kind === 'table' && last.rows.length === 1 && headsIt(last, block))
      out[out.length - 1] = { ...last, rows: [...last.rows, ...block.rows] }
    else out.push(block)
  }
  return out
}

const headsIt = (head: Table, body: Table) => headOf(body) === null && headOf({ ...head, rows: [...head.rows, ...body.rows] })?.row === 0
