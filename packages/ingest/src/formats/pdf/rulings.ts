import type { PdfPage } from './open-pdf.ts'

/** A drawn line: a border of a table, a box or an underline. */
export type Rulings = {
  /** Bullets that are drawn, not written: small round or square marks, by their middle. */
  dots: { x: number; y: number }[]
  horizontal: { y: number; from: number; to: number }[]
  vertical: { x: number; from: number; to: number }[]
}

const THIN = 2.5
type Matrix = [number, number, number, number, number, number]
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]
const at = (m: Matrix, x: number, y: number): [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]

/** Reads the thin rectangles and strokes of a page, which is how borders of tables are drawn. A page without them has none. */
export async function readRulings(page: PdfPage, ops: Record<string, number>): Promise<Rulings> {
  const list = await page.getOperatorList()
  const rulings: Rulings = { dots: [], horizontal: [], vertical: [] }
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const stack: Matrix[] = []
  const painted = new Set([ops['fill'], ops['eoFill'], ops['stroke'], ops['fillStroke'], ops['closeStroke'], ops['closeFillStroke']])
  for (let i = 0; i < list.fnArray.length && rulings.horizontal.length < 4000; i++) {
    const op = list.fnArray[i]
    const args = list.argsArray[i] as unknown[]
    if (op === ops['save']) stack.push(matrix)
    else if (op === ops['restore']) matrix = stack.pop() ?? matrix
    else if (op === ops['transform']) matrix = times(matrix, args as unknown as Matrix)
    else if (op === ops['constructPath'] && painted.has(args[0] as number)) {
      addPaths(rulings, matrix, args[1] as (ArrayLike<number> | null)[])
    }
  }
  return rulings
}

function addPaths(rulings: Rulings, matrix: Matrix, paths: (ArrayLike<number> | null)[]): void {
  for (const path of paths) for (const box of path ? boxesOf(path) : []) addRuling(rulings, matrix, box)
}

// Path data: 0 moveTo x y, 1 lineTo x y, 2 curve with 6 numbers, 3 quadratic with 4, 4 close.
function* boxesOf(path: ArrayLike<number>): Generator<[number, number, number, number]> {
  let box: [number, number, number, number] | null = null
  for (let i = 0; i < path.length;) {
    const kind = path[i++]
    const count = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2
    if (kind === 0 && box) {
      yield box
      box = null
    }
    for (let k = 0; k < count; k += 2) {
      const x = path[i + k] ?? 0
      const y = path[i + k + 1] ?? 0
      box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y]
    }
    i += count
  }
  if (box) yield box
}

function addRuling(rulings: Rulings, matrix: Matrix, [x1, y1, x2, y2]: [number, number, number, number]): void {
  const [ax, ay] = at(matrix, x1, y1)
  const [bx, by] = at(matrix, x2, y2)
  const left = Math.min(ax, bx)
  const right = Math.max(ax, bx)
  const low = Math.min(ay, by)
  const high = Math.max(ay, by)
  const width = right - left
  const height = high - low
  if (width >= 1.8 && width <= 9 && height >= 1.8 && height <= 9 && width < height * 1.7 && height < width * 1.7)
    rulings.dots.push({ x: (left + right) / 2, y: (low + high) / 2 })
  else if (high - low <= THIN && right - left > 15) rulings.horizontal.push({ y: (high + low) / 2, from: left, to: right })
  else if (right - left <= THIN && high - low > 8) rulings.vertical.push({ x: (left + right) / 2, from: low, to: high })
}
