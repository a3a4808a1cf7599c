import { posix } from 'node:path'
import { importsOf, type SourceFile } from './source-files.ts'

const HOME = 'services/api/src'

/** The queries of a noun's read model. */
const QUERIES = '@outstanding/read-models/'

/** The folders of the API that serve every noun. Any other folder is a noun's own. */
const GENERIC: readonly string[] = ['server', 'graphql', 'lists', 'as-of', 'audit', 'commands', 'nouns']

/**
 * Sentences about every import by which generic code of the API names a noun: what a noun has to add, it registers itself. Tests of
 * generic code count too. Only the files beside the folders, which put the whole together, know all of them.
 */
export function nounsInGenericCode(files: readonly SourceFile[]): readonly string[] {
  const generic = files.filter(({ path }) => GENERIC.includes(folderOf(path) ?? ''))
  return generic.flatMap(({ path, text }) =>
    importsOf(text)
      .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name))
      .filter((target) => isNoun(target) || target.startsWith(QUERIES))
      .map((target) => `${path} serves every noun and imports ${target}: let the noun register what it adds`),
  )
}

const folderOf = (path: string): string | null => {
  const [folder, ...rest] = path.startsWith(`${HOME}/`) ? path.slice(HOME.length + 1).split('/') : []
  return folder === undefined || rest.length === 0 ? null : folder
}

const isNoun = (path: string): boolean => {
  const folder = folderOf(path)
  return folder !== null && !GENERIC.includes(folder)
}
