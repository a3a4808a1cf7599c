import type { PageItem } from './page-items.ts'
import type { Rulings } from './rulings.ts'

/**
 * Pages set in two columns of prose are read left column first. A gutter counts as one when nothing crosses it over at
 * least a dozen lines that stand on both sides, both sides run to the gutter like prose, and no borders are drawn there (a table's cells are read across).
 */
export function columnsInOrder(items: PageItem[], rulings: Rulings): PageItem[][] {
  if (items.length < 30) return [items]
  const left = Math.min(...items.map((i) => i.x))
  const right = Math.max(...items.map((i) => i.x + i.width))
  for (let share = 0.42; share <= 0.58; share += 0.02) {
    const gutter = left + (right - left) * share
    const split = splitAt(items, gutter, rulings)
    if (split) return split
  }
  return [items]
}

function splitAt(items: PageItem[], gutter: number, rulings: Rulings): PageItem[][] | null {
  const crossing = items.filter((i) => i.x < gutter - 4 && i.x + i.width > gutter + 4)
  const body = items.filter((i) => !crossing.includes(i))
  const lefts = body.filter((i) => i.x + i.width <= gutter + 4)
  const rights = body.filter((i) => i.x >= gutter - 4)
  const bothSides = rowsOn(lefts).filter((y) => rowsOn(rights).some((o) => Math.abs(o - y) < 40))
  if (bothSides.length < 12 || rowsOn(rights).length < 12) return null
  if (!likeProse(lefts) || !likeProse(rights)) return null
  const top = Math.max(...lefts.map((i) => i.y))
  const low = Math.min(...lefts.map((i) => i.y))
  if (rulings.horizontal.filter((r) => r.from < gutter && r.to > gutter && r.y < top && r.y > low).length > 2) return null
  // What crosses the gutter parts the page: what stands above it is read before it.
  const cuts = [...new Set(crossing.map((i) => Math.round(i.y)))].sort((a, b) => b - a)
  const parts: PageItem[][] = []
  let upper = Infinity
  for (const cut of [...cuts, -Infinity]) {
    const inBand = (i: PageItem) => i.y < upper && i.y > cut + 2
    parts.push(
      lefts.filter(inBand),
      rights.filter(inBand),
      crossing.filter((i) => Math.round(i.y) === cut),
    )
    upper = cut + 2
  }
  return parts.filter((p) => p.length)
}

const rowsOn = (items: PageItem[]) => [...new Set(items.map((i) => Math.round(i.y)))]

function likeProse(items: PageItem[]): boolean {
  const rows = new Map<number, number>()
  for (const item of items) rows.set(Math.round(item.y), (rows.get(Math.round(item.y)) ?? 0) + item.text.trim().length)
  const long = [...rows.values()].filter((n) => n > 32).length
  return long >= rows.size * 0.6
}
