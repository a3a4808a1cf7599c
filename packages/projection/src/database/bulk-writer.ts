import type { ClientBase } from 'pg'
import type { Row, Table } from '../read-model/read-model.ts'
import { copyIntoNew } from './copy-rows.ts'
import type { Schemas } from './schemas.ts'
import { putCopyText } from './copy-text.ts'

/** Rows on their way into tables that the connection's transaction made. */
export type BulkWriter = {
  /** Resolves as soon as more may be given. Throws what an earlier write failed with; then all that was given is lost. */
  write(table: Table, rows: readonly Row[]): Promise<void>
  /** Resolves when everything given is in the tables. */
  end(): Promise<void>
  /** Resolves, never rejects, when the connection is free again: what is given up midway may still be under way. */
  settled(): Promise<void>
}

/** So much of a table goes out at once: round trips are few. Memory holds this of each table, and what is under way. */
const bytesAtOnce = 4_194_304
const maxUnderWay = 3
/** After so many rows it is looked whether the server keeps up. */
const rowsAtOnce = 1_000
/** A character of UTF-16 takes no more in UTF-8. */
const maxBytesOfCharacter = 3

/** The server writes one batch while the next is made, so the caller seldom waits. */
export function bulkWriter(client: ClientBase, schemas: Schemas): BulkWriter {
  const gathered = new Map<Table, { readonly bytes: Buffer; length: number }>()
  const spare: Buffer[] = []
  const underWay: Promise<void>[] = []
  let last = Promise.resolve()

  function send(table: Table, text: Buffer, then: () => void): void {
    last = last.then(() => copyIntoNew(client, schemas, table, text)).then(then)
    last.catch(() => {})
    underWay.push(last)
  }

  function sendGathered(table: Table): void {
    const full = gathered.get(table)
    gathered.delete(table)
    if (!full) return
    send(table, full.bytes.subarray(0, full.length), () => {
      if (spare.length <= maxUnderWay) spare.push(full.bytes)
    })
  }

  function gather(table: Table, piece: string): void {
    const maxBytes = piece.length * maxBytesOfCharacter
    if (maxBytes > bytesAtOnce) return send(table, Buffer.from(piece), () => {})
    if ((gathered.get(table)?.length ?? 0) + maxBytes > bytesAtOnce) sendGathered(table)
    const into = gathered.get(table) ?? { bytes: spare.pop() ?? Buffer.allocUnsafeSlow(bytesAtOnce), length: 0 }
    gathered.set(table, into)
    into.length += into.bytes.write(piece, into.length)
  }

  return {
    async write(table, rows) {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        putCopyText(table, rows.slice(from, from + rowsAtOnce), (piece) => gather(table, piece))
        while (underWay.length > maxUnderWay) await underWay.shift()
      }
    },
    async end() {
      for (const table of gathered.keys()) sendGathered(table)
      underWay.length = 0
      await last
    },
    settled: () => last.catch(() => {}),
  }
}
