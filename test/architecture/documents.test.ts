import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const records = join(root, 'infra', 'decisions')
const documents = [
  'README.md',
  'CHANGELOG.md',
  'infra/auditing.md',
  ...readdirSync(records).map((name) => `infra/decisions/${name}`),
].filter((path) => existsSync(join(root, path)))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const commands = readdirSync(join(root, 'packages/cli/src/commands')).map((name) => name.replace('.ts', ''))

const BUILT_IN = new Set(['install', 'ci', 'test', 'start', 'exec', 'run'])

/** Paths of this repository that a text names: in backticks, beginning with one of our folders, or as a relative link. */
function pathsNamed(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`((?:packages|services|infra|test|\.ci)\/[\w./-]*)`/g)].map((match) => match[1] ?? '')
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '')
  return [...quoted, ...linked]
}

const scriptsNamed = (text: string) =>
  [...text.matchAll(/\b(?:npm run|pnpm) ([a-z][\w:]*)/g)].map((match) => match[1] ?? '').filter((name) => !BUILT_IN.has(name))
const commandsNamed = (text: string) => [...text.matchAll(/\bnpx outstanding ([a-z][\w-]*)/g)].map((match) => match[1] ?? '')

/** What a text claims and the repository does not have. */
function untrue(text: string, folder: string): readonly string[] {
  return [
    ...pathsNamed(text).filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, folder, path))),
    ...scriptsNamed(text).filter((name) => manifest.scripts[name] === undefined),
    ...commandsNamed(text).filter((name) => !commands.includes(name)),
  ]
}

describe('what the documents claim', () => {
  it.each(documents)('%s names only paths, scripts and commands that exist', (path) => {
    expect(untrue(readFileSync(join(root, path), 'utf8'), dirname(path))).toEqual([])
  })

  it('given planted claims that are untrue, then each is found', () => {
    const text =
      'See `packages/nowhere/src/x.ts`, [this](docs/absent.md), run `pnpm fly` or `npx outstanding dance`; `packages/cli` and `npm test` are there.'
    expect(untrue(text, '.')).toEqual(['packages/nowhere/src/x.ts', 'docs/absent.md', 'fly', 'dance'])
  })
})
