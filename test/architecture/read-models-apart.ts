import { posix } from 'node:path'
import { importsOf, type SourceFile } from './source-files.ts'

const home = 'packages/read-models/src/'
const readers = ['kysely', 'pg']

/**
 * Sentences about every read model whose rows could depend on something else than the streams that it reads: on another read model's
 * folder, or on what is in the database. A read model is built anew alone, and no other with it.
 */
export function dependentReadModels(files: readonly SourceFile[]): readonly string[] {
  const textOf = new Map(files.map(({ path, text }) => [path, text]))
  return [...textOf.keys()]
    .filter((path) => path.startsWith(home) && path.endsWith('/project.ts'))
    .flatMap((path) => faultsOf(path, textOf))
}

function faultsOf(project: string, textOf: ReadonlyMap<string, string>): readonly string[] {
  const folder = posix.dirname(project)
  const seen = new Set([project])
  const faults: string[] = []
  for (const path of seen)
    for (const name of importsOf(textOf.get(path) ?? '')) {
      if (readers.includes(name)) faults.push(`${project} needs ${path}, which reads the database`)
      if (!name.startsWith('.')) continue
      const target = posix.join(posix.dirname(path), name)
      const isElsewhere = posix.dirname(target) !== folder && posix.dirname(target) !== posix.dirname(folder)
      if (isElsewhere) faults.push(`${project} needs ${target}, which is another read model's`)
      else seen.add(target)
    }
  return faults
}
