import type { Marker } from './marker.ts'

/** Where a block begins: page of the file from 1 (null where the format has no pages), paragraph counted from 1. */
export type Place = { page: number | null; paragraph: number }

/** `label` where it stood before its text in the same paragraph ("Recommendations: ..."). */
export type Heading = { kind: 'heading'; text: string; level: number | null; at: Place; label?: true }
/** `quoted` where markup sets it as another's words. */
export type Paragraph = { kind: 'paragraph'; text: string; bold: boolean; indent: number; at: Place; quoted?: true }
/**
 * An item of a list; `parted` when the list was run into a paragraph, `within` when it stands between two numbers of a series that
 * counts on. `depth` 0 is the outermost list it stands in.
 */
export type Item = { kind: 'item'; marker: Marker; depth: number; text: string; at: Place; parted?: true; within?: true }
export type Cell = { text: string; blocks: Block[] }
export type Row = { cells: Cell[]; at: Place }
export type Table = { kind: 'table'; rows: Row[]; at: Place }
export type Block = Heading | Paragraph | Item | Table

/** What every format is turned into before any rule of language is applied. */
export type DocumentText = {
  format: 'pdf' | 'docx' | 'html' | 'markdown' | 'text'
  pages: number | null
  /** Title as the file's own metadata or markup gives it; often wrong, used last. */
  declaredTitle: string | null
  blocks: Block[]
  /** Lines that were taken away as page furniture, footnotes or contents, with why. */
  leftOut: { text: string; page: number | null; reason: string }[]
}

export function textOf(block: Block): string {
  return block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text).join(' | ')).join('\n') : block.text
}

export function cellOf(blocks: Block[]): Cell {
  return { text: blocks.map(textOf).join(' ').replace(/\s+/g, ' ').trim(), blocks }
}
