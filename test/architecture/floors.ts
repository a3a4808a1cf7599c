import { posix } from 'node:path'
import { importsOf, isTest, type SourceFile } from './source-files.ts'

/**
 * The folders and files of a package's `src` from the bottom up: each may import what stands on its own floor or below. One that is missing
 * here has not been thought about, which is a violation too.
 */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  'packages/projection': [
    'read-model',
    'bitemporal',
    'database',
    'position',
    'snapshot',
    'timeline',
    'parking',
    'projecting',
    'building',
    'replayed',
    'open-read-models.ts',
    'index.ts',
  ],
  'packages/read-models': [
    'audience.ts',
    'fold-text.ts',
    'policies',
    'people',
    'offices',
    'committees',
    'reports',
    'recommendation-list',
    'outstanding',
    'known-values',
    'difference',
    'all-read-models.ts',
    'index.ts',
  ],
}

/** Sentences about every import that goes up within a package whose floors are listed. */
export function upwardImports(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ path }) => FLOORS[homeOf(path)] && path.startsWith(`${homeOf(path)}/src/`) && !isTest(path)).flatMap(upwardIn)
}

function upwardIn({ path, text }: SourceFile): readonly string[] {
  const floors = FLOORS[homeOf(path)] ?? []
  const here = floors.indexOf(roomOf(path))
  if (here === -1) return [`${path}: ${roomOf(path)} has no floor; say in test/architecture/floors.ts what it stands on`]
  return importsOf(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name))
    .filter((target) => floors.indexOf(roomOf(target)) > here)
    .map((target) => `${path} imports ${target}, which stands above it`)
}

const homeOf = (path: string): string => path.split('/').slice(0, 2).join('/')
/** The folder or file right below `src`. */
const roomOf = (path: string): string => path.split('/')[3] ?? ''
