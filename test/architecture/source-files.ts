import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** One file of the project: path from the root with `/`, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

const NOT_OURS = new Set(['node_modules', '.git', '.toolchain', '.outstanding', '.stryker-tmp', 'coverage', 'reports', 'pnpm-lock.yaml'])

/** All files below `root` whose name ends in one of `endings`, without what is installed, generated or derived. */
export function sourceFiles(root: string, endings: readonly string[]): readonly SourceFile[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const path = join(root, entry.name)
    if (entry.isDirectory()) return sourceFiles(path, endings).map((file) => ({ ...file, path: `${entry.name}/${file.path}` }))
    if (!entry.isFile() || !endings.some((ending) => entry.name.endsWith(ending))) return []
    return [{ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }]
  })
}

/** Tests, what only tests use (generators, examples), and their configurations. */
export const isTest = (path: string) => /(\.test|\.config|\/arbitrar[a-z-]+|\/examples)\.ts$/.test(path) || path.startsWith('test/')

/** Every module that a file names in an import or export, types included. Text in comments does not count. */
export function importsOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements = /^[ \t]*(?:import|export)\b(?:[^'"`;=]*?\bfrom)?\s*['"]([^'"\n]+)['"]/gm
  const calls = /\bimport\(\s*['"]([^'"\n]+)['"]/g
  return [...code.matchAll(statements), ...code.matchAll(calls)].map((match) => match[1] ?? '')
}
