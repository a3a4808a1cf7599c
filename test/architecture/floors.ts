import { posix } from 'node:path'
import { groupsInCircles } from './circles.ts'
import { importsOf, isTest, type SourceFile } from './source-files.ts'

/** The floor of the folders of nouns, which are not listed: each may import others, as long as that leads back to none. */
const NOUNS = '*'

/**
 * The folders and files of a package's `src` from the bottom up: each may import what stands on its own floor or below. A file that is
 * missing here has not been thought about, which is a violation too; so has a folder, but where the package has a floor for nouns.
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
    'projection-status.ts',
    'open-read-models.ts',
    'index.ts',
  ],
  'packages/read-models': ['audience.ts', 'fold-text.ts', NOUNS, 'read-model-list.ts', 'all-read-models.ts', 'index.ts'],
}

/** Sentences about every import that goes up within a package whose floors are listed, and about folders of nouns that need each other. */
export function upwardImports(files: readonly SourceFile[]): readonly string[] {
  const sources = files.filter(({ path }) => FLOORS[homeOf(path)] && path.startsWith(`${homeOf(path)}/src/`) && !isTest(path))
  return [...sources.flatMap(upwardIn), ...nounsInCircles(sources)]
}

function upwardIn(file: SourceFile): readonly string[] {
  const { path } = file
  const here = floorOf(path)
  if (here === -1) return [`${path}: ${roomOf(path)} has no floor; say in test/architecture/floors.ts what it stands on`]
  return targetsOf(file)
    .filter((target) => floorOf(target) > here)
    .map((target) => `${path} imports ${target}, which stands above it`)
}

/** -1: none. */
function floorOf(path: string): number {
  const floors = FLOORS[homeOf(path)] ?? []
  const own = floors.indexOf(roomOf(path))
  return own === -1 && !roomOf(path).endsWith('.ts') ? floors.indexOf(NOUNS) : own
}

const isNoun = (path: string): boolean => FLOORS[homeOf(path)]?.[floorOf(path)] === NOUNS

const targetsOf = ({ path, text }: SourceFile): readonly string[] =>
  importsOf(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name))

function nounsInCircles(sources: readonly SourceFile[]): readonly string[] {
  const needs = new Map<string, Set<string>>()
  for (const file of sources.filter(({ path }) => isNoun(path))) {
    const others = targetsOf(file).filter((target) => isNoun(target) && roomOf(target) !== roomOf(file.path))
    const home = folderOf(file.path)
    needs.set(home, new Set([...(needs.get(home) ?? []), ...others.map(folderOf)]))
  }
  return groupsInCircles(needs).map((group) => `the folders ${group.join(', ')} need each other`)
}

const folderOf = (path: string): string => path.split('/').slice(0, 4).join('/')
const homeOf = (path: string): string => path.split('/').slice(0, 2).join('/')
/** The folder or file right below `src`. */
const roomOf = (path: string): string => path.split('/')[3] ?? ''
