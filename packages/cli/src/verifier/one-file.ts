import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { linkModules, type SourceModule } from './link-modules.ts'
import { withoutTypes } from './without-types.ts'

const root = new URL('../../../../', import.meta.url).href

/**
 * A program of ours and all of its modules as one readable file, for a machine with Node and nothing else. The same sources give
 * the same bytes. Throws where a module below the entry needs a package, or is written as no module of this house is.
 */
export function oneFile(entry: URL, heading: string): string {
  const modules = new Map<string, SourceModule>()
  const visiting = new Set<string>()

  function visit(url: string): void {
    if (modules.has(url)) return
    if (visiting.has(url)) throw new Error(`${nameOf(url)} imports itself in a circle`)
    visiting.add(url)
    const source = { name: nameOf(url), text: withoutTypes(readFileSync(fileURLToPath(url), 'utf8')) }
    const below = new Map<string, string>()
    for (const [, wanted] of source.text.matchAll(/^(?:import|export)\s*(?:\{[^}]*\}|\*(?:\s*as\s+[\w$]+)?)\s*from\s*'([^']+)'$/gm)) {
      if (wanted === undefined || wanted.startsWith('node:')) continue
      const target = resolve(wanted, url)
      visit(target)
      below.set(wanted, nameOf(target))
    }
    modules.set(url, { ...source, below })
  }

  visit(entry.href)
  return `${heading}${linkModules([...modules.values()])}`
}

function resolve(wanted: string, from: string): string {
  if (wanted.startsWith('.')) return new URL(wanted, from).href
  if (wanted.startsWith('@outstanding/')) return import.meta.resolve(wanted)
  throw new Error(`${nameOf(from)} needs the package ${wanted}`)
}

const nameOf = (url: string): string => url.slice(root.length)
