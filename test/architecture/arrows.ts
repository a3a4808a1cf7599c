import { importsOf, isTest, type SourceFile } from './source-files.ts'

/** Who may name whom. A package that is missing here has not been thought about, which is a violation too. */
const ARROWS: Readonly<Record<string, readonly string[] | 'all'>> = {
  'packages/domain': [],
  'packages/runtime': [],
  'packages/ingest': [],
  'packages/transparency-log': [],
  'packages/event-store': ['domain'],
  'packages/wording': ['domain'],
  'packages/projection': ['domain'],
  'packages/read-models': ['domain', 'projection'],
  'packages/documents': ['domain'],
  'packages/identity': ['domain', 'runtime'],
  'packages/event-node': ['runtime'],
  'services/api': [
    'domain',
    'event-store',
    'projection',
    'read-models',
    'documents',
    'ingest',
    'identity',
    'runtime',
    'transparency-log',
    'wording',
  ],
  'services/projector': ['domain', 'event-store', 'identity', 'projection', 'read-models', 'transparency-log', 'runtime'],
  'services/web': ['identity', 'runtime', 'wording'],
  'packages/standalone': 'all',
  'packages/cli': 'all',
}

const CLIENT = '@eventstore/db-client'

/** The only files that may name the client, and what of it. */
const CLIENT_FILES: Readonly<Record<string, RegExp>> = {
  'packages/event-store': /^@eventstore\/db-client$/,
  'packages/event-node': /^@eventstore\/db-client\/generated\//,
}

/** Sentences about every import that goes against the arrows of the architecture; tests may name what they test. */
export function brokenArrows(files: readonly SourceFile[]): readonly string[] {
  const sources = files.filter(({ path }) => /^(packages|services)\/[^/]+\/src\//.test(path) && !isTest(path))
  return sources.flatMap((file) => [...importsOf(file.text).flatMap((name) => judge(file.path, name) ?? []), ...wordingWithCode(file)])
}

/** Wording is loaded wherever there are pages: it knows the domain by its types only. */
const wordingWithCode = ({ path, text }: SourceFile): readonly string[] =>
  path.startsWith('packages/wording/') && /^import (?!type\b)[^'"]*['"]@outstanding\//m.test(text)
    ? [`${path}: wording knows the domain by its types only`]
    : []

function judge(path: string, name: string): string | undefined {
  const home = homeOf(path)
  const allowed = ARROWS[home]
  if (allowed === undefined) return `${path}: ${home} has no arrows; say in test/architecture/arrows.ts what it may import`
  if (name.startsWith('.')) return leavesHome(path, name) ? `${path} reaches into another package by path: ${name}` : undefined
  if (home === 'packages/domain') return `${path}: the domain depends on nothing, not on ${name}`
  const target = /^@outstanding\/([^/]+)/.exec(name)?.[1]
  if (target === undefined || allowed === 'all' || allowed.includes(target) || home.endsWith(`/${target}`)) return undefined
  return `${path}: ${home} may not know ${target}`
}

/** Sentences about every use of the event store's client outside the one file of each package that may have it. */
export function strayClientImports(files: readonly SourceFile[]): readonly string[] {
  const users = files
    .filter(({ path }) => /^(packages|services)\//.test(path) && !isTest(path))
    .flatMap(({ path, text }) => importsOf(text).map((name) => ({ path, name })))
    .filter(({ name }) => name === CLIENT || name.startsWith(`${CLIENT}/`))
  const outside = users
    .filter(({ path, name }) => !CLIENT_FILES[homeOf(path)]?.test(name))
    .map(({ path, name }) => `${path} imports ${name}`)
  const crowded = Object.keys(CLIENT_FILES).flatMap((home) => {
    const inside = new Set(users.filter(({ path }) => homeOf(path) === home).map(({ path }) => path))
    return inside.size > 1 ? [`${home} imports the client in ${inside.size} files: ${[...inside].join(', ')}`] : []
  })
  return [...outside, ...crowded]
}

const homeOf = (path: string) => path.split('/').slice(0, 2).join('/')

function leavesHome(path: string, name: string): boolean {
  const target = new URL(name, `file:///${path}`).pathname.slice(1)
  return homeOf(target) !== homeOf(path)
}

/** Sentences about product code that uses what a package keeps for tests in its `testing` folder. */
export function testSupportInProduct(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^(packages|services)\/[^/]+\/src\//.test(path) && !isTest(path))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) => /(^|\/)testing(\/|$)/.test(name))
        .map((name) => `${path} is product and imports ${name}, which is for tests`),
    )
}
