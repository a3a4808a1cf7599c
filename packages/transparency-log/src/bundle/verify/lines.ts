import { isUtf8 } from 'node:buffer'

export type Lines = { readonly lines: readonly Buffer[]; readonly bytes: number }

const maxLineBytes = 64 * 1024 * 1024

/** Thrown for a file that is not made of lines: it is then no bundle. */
export class NotLinesError extends Error {}

/** The lines of a file with their line feeds, as many at once as arrived; `bytes` were read so far. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  let rest: Buffer[] = []
  let [held, bytes] = [0, 0]
  for await (const chunk of chunks) {
    bytes += chunk.length
    const lines: Buffer[] = []
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const part = chunk.subarray(start, end + 1)
      const line = rest.length === 0 ? part : Buffer.concat([...rest, part])
      if (!isUtf8(line)) throw new NotLinesError('the text is not UTF-8')
      lines.push(line)
      ;[rest, held, start] = [[], 0, end + 1]
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
    held += chunk.length - start
    if (held > maxLineBytes) throw new NotLinesError(`a line is longer than ${maxLineBytes} bytes`)
    yield { lines, bytes }
  }
  if (held > 0) throw new NotLinesError('incomplete file: it ends in the middle of a line')
}
