/** Begins with 11 bytes that say what it is, flags, and the length of an extension that nobody has used. */
const HEADER = 19
const INT32 = 4
const INT16 = 2

/** The rows of PostgreSQL's binary COPY, whose cells are never null: views of `bytes`, nothing is copied. */
export function rowsOfBinaryCopy(bytes: Buffer): Buffer[][] {
  const rows: Buffer[][] = []
  let at = HEADER
  for (let columns = bytes.readInt16BE(at); columns >= 0; columns = bytes.readInt16BE(at)) {
    at += INT16
    const row: Buffer[] = []
    for (let column = 0; column < columns; column += 1) {
      const start = at + INT32
      at = start + bytes.readInt32BE(at)
      row.push(bytes.subarray(start, at))
    }
    rows.push(row)
  }
  return rows
}
