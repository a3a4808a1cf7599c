import { posix } from 'node:path'
import { importsOf, isTest, type SourceFile } from './source-files.ts'

/**
 * Groups of source files that import each other, directly or through others, each group sorted; type imports count. Imports between
 * packages are followed to the package's `src/index.ts`, or to the queries of a noun. Empty when there is no circle.
 */
export function importCircles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const sources = files.filter(({ path }) => /^(packages|services)\/[^/]+\/src\//.test(path) && !isTest(path))
  const paths = new Set(sources.map(({ path }) => path))
  const targets = new Map(sources.map(({ path, text }) => [path, importsOf(text).flatMap((name) => targetOf(path, name, paths))]))
  return groupsInCircles(targets)
}

/** Of things that need others: the groups in which each needs itself, directly or through others. */
export const groupsInCircles = (needs: ReadonlyMap<string, Iterable<string>>): readonly (readonly string[])[] => {
  const targets = new Map([...needs].map(([from, to]) => [from, [...to].filter((each) => needs.has(each))]))
  return strongComponents(targets).filter((group) => group.length > 1 || targets.get(group[0] ?? '')?.includes(group[0] ?? ''))
}

function targetOf(from: string, name: string, paths: ReadonlySet<string>): readonly string[] {
  const path = name.startsWith('.') ? posix.join(posix.dirname(from), name) : faceOf(name, paths)
  return path !== undefined && paths.has(path) ? [path] : []
}

function faceOf(name: string, paths: ReadonlySet<string>): string | undefined {
  const [, target, noun] = /^@outstanding\/([^/]+)(?:\/([^/]+))?/.exec(name) ?? []
  if (target === undefined) return undefined
  const face = noun === undefined ? 'index.ts' : `${noun}/queries.ts`
  return [`packages/${target}/src/${face}`, `services/${target}/src/${face}`].find((path) => paths.has(path))
}

/** Tarjan's algorithm, with a stack of its own so that a long chain of imports does not exhaust the call stack. */
function strongComponents(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const groups: string[][] = []
  for (const start of targets.keys()) {
    if (order.has(start)) continue
    const visits = [enter(start)]
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = visit.rest.shift()
      if (target === undefined) leave(visits)
      else if (!order.has(target)) visits.push(enter(target))
      else if (open.includes(target)) lower(visit.path, order.get(target) ?? 0)
    }
  }
  return groups

  function enter(path: string): { readonly path: string; readonly rest: string[] } {
    order.set(path, order.size)
    low.set(path, order.get(path) ?? 0)
    open.push(path)
    return { path, rest: [...(targets.get(path) ?? [])] }
  }

  function leave(visits: { readonly path: string }[]): void {
    const path = visits.pop()?.path ?? ''
    const parent = visits.at(-1)
    if (parent) lower(parent.path, low.get(path) ?? 0)
    if (low.get(path) !== order.get(path)) return
    groups.push(open.splice(open.indexOf(path)).sort())
  }

  function lower(path: string, to: number): void {
    low.set(path, Math.min(low.get(path) ?? to, to))
  }
}
