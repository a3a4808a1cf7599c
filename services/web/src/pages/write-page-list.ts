import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Where the generated list is committed. */
export const pageListFile = new URL('page-list.ts', import.meta.url)

const sources = fileURLToPath(new URL('..', import.meta.url))
const declaration = /^export const (\w+Page) = pageAt\(/gm

type Source = { readonly location: string; readonly text: string }

/** The files that may declare pages. */
export async function pageSources(): Promise<Source[]> {
  const locations: string[] = []
  for await (const location of glob('**/*.ts', { cwd: sources, exclude: ['**/*.test.ts'] })) locations.push(location)
  return Promise.all(locations.toSorted().map(async (location) => ({ location, text: await readFile(`${sources}${location}`, 'utf8') })))
}

/** One line a file that declares pages with `pageAt`. */
export const pageListFrom = (files: readonly Source[]): string =>
  [
    '// Written by `npm run schema` from the files that declare pages. Do not edit.',
    ...files.flatMap(({ location, text }) => {
      const names = [...text.matchAll(declaration)].map(([, name]) => name)
      return names.length === 0 ? [] : [`export { ${names.join(', ')} } from '../${location}'`]
    }),
    '',
  ].join('\n')

if (import.meta.main) await writeFile(pageListFile, pageListFrom(await pageSources()))
