import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile, copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const CONFIGS = [
  'tsconfig.base.json',
  'tsconfig.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  'knip.json',
  'pnpm-workspace.yaml',
  'package.json',
]

/** A function with so many ways through it. */
const chosen = (ways: number): string =>
  `export function one(of: number): number {\n${Array.from({ length: ways - 1 }, (_, n) => `  if (of === ${n}) return ${n + 1}\n`).join('')}  return 0\n}\n`
/** A function that chooses between two values. */
const switched = (cases: string): string => `export function one(of: 'A' | 'B'): number {\n  switch (of) {\n    ${cases}\n  }\n}\n`
/** Blocks in blocks, so many. */
const nested = (deep: number): string =>
  `export function one(of: number): number {\n${'if (of > 0) {\n'.repeat(deep)}return 1\n${'}\n'.repeat(deep)}return 0\n}\n`
const lines = (count: number): string => Array.from({ length: count }, (_, n) => `export const one${n} = ${n}\n`).join('')

const CLEAN = `/** One. */\nexport const one = 1\n`
/** A fold of a made-up aggregate, by the domain's own table. */
const fold = (folded: string): string => `import type { Fact } from '${root}/packages/domain/src/envelope.ts'
import { evolveByTable } from '${root}/packages/domain/src/kernel/evolving/evolvers.ts'

type LoanEvent = Fact<'BookLent', object> | Fact<'BookReturned', object>
export const evolve = evolveByTable<number, LoanEvent>({ ${folded} })
`

/** Files with which a gate is content. */
const CONTENT: Readonly<Record<string, string>> = {
  'one.ts': CLEAN,
  'exhaustive-switch.ts': switched(`case 'A':\n      return 1\n    case 'B':\n      return 2`),
  'as-complex-as-may-be.ts': chosen(12),
  'as-deep-as-may-be.ts': nested(3),
  'as-long-as-may-be.ts': lines(200),
  'whole-fold.ts': fold('BookLent: (count) => count + 1, BookReturned: (count) => count'),
}

/** Files with one violation each: the gate that must find it, and what the gate says. */
const PLANTED: Readonly<Record<string, readonly [gate: 'types' | 'lint' | 'format', source: string, says: string]>> = {
  'wrong-type.ts': ['types', `export const one: string = 1\n`, 'TS2322'],
  'enum.ts': ['types', `export enum One {\n  A,\n}\n`, 'TS1294'],
  'fold-that-passes-over-an-event.ts': ['types', fold('BookLent: (count) => count + 1'), "Property 'BookReturned' is missing"],
  'any.ts': ['lint', `export const one = (x: any): unknown => x\n`, 'no-explicit-any'],
  'floating-promise.ts': ['lint', `export function one(): void {\n  Promise.resolve(1)\n}\n`, 'no-floating-promises'],
  'default-branch.ts': ['lint', switched(`case 'A':\n      return 1\n    default:\n      return 2`), 'switch-exhaustiveness-check'],
  'missing-case.ts': ['lint', switched(`case 'A':\n      return 1`), 'switch-exhaustiveness-check'],
  'too-complex.ts': ['lint', chosen(13), 'Maximum allowed is 12'],
  'too-deep.ts': ['lint', nested(4), 'Blocks are nested too deeply'],
  'too-many-parameters.ts': [
    'lint',
    `export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e\n`,
    'too many parameters',
  ],
  'too-long.ts': ['lint', lines(201), 'too many lines'],
  'double-quotes.ts': ['format', `export const one = "1";\n`, 'double-quotes.ts'],
}

/** The gates of `npm test`, each run once on a small workspace: it must find what was planted for it, and nothing in clean code. */
describe('the gates, given planted violations', () => {
  let clone: string
  const folder = () => join(clone, 'packages', 'planted', 'src')
  beforeAll(async () => {
    clone = await mkdtemp(join(tmpdir(), 'outstanding-gates-'))
    for (const config of CONFIGS) await copyFile(join(root, config), join(clone, config))
    await symlink(join(root, 'node_modules'), join(clone, 'node_modules'))
    await mkdir(folder(), { recursive: true })
    const manifest = { name: '@outstanding/planted', private: true, type: 'module', exports: { '.': './src/index.ts' } }
    await writeFile(join(clone, 'packages', 'planted', 'package.json'), JSON.stringify(manifest))
  })
  afterAll(() => rm(clone, { recursive: true, force: true }))

  const GATES = {
    // With a record of its own: `node_modules` is the project's.
    types: ['typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false', '--tsBuildInfoFile', 'planted.tsbuildinfo'],
    lint: ['oxlint/bin/oxlint', '--deny-warnings', '--type-aware', '--format', 'unix', 'packages'],
    format: ['oxfmt/bin/oxfmt', '--check', 'packages'],
    // As it runs in the project: files, exports and types. What the project's manifest names is not in the clone.
    unused: ['knip/bin/knip.js', '--no-progress', '--include', 'files,exports,types'],
  }
  type Gate = keyof typeof GATES

  const run = (gate: Gate): Promise<{ code: number; output: string }> => {
    const [tool = '', ...args] = GATES[gate]
    return new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: clone }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, output: stdout + stderr })
      })
    })
  }
  const plant = async (files: Readonly<Record<string, string>>): Promise<void> => {
    await rm(folder(), { recursive: true, force: true })
    await mkdir(folder())
    for (const [name, source] of Object.entries(files)) await writeFile(join(folder(), name), source)
  }
  const mentioning = (output: string, name: string): readonly string[] => output.split('\n').filter((line) => line.includes(`src/${name}`))

  describe.each(['types', 'lint', 'format'] as const)('%s', (gate) => {
    const planted = Object.entries(PLANTED).filter(([, [of]]) => of === gate)
    let found: { code: number; output: string }
    beforeAll(async () => {
      await plant({ ...CONTENT, ...Object.fromEntries(planted.map(([name, [, source]]) => [name, source])) })
      found = await run(gate)
    })
    it('refuses the whole', () => expect(found.code).not.toBe(0))
    // Other files are written for one gate alone: the formatter would wrap them, and the linter wants no import by an absolute path.
    const clean = Object.keys(CONTENT).filter(
      (name) => gate === 'types' || name === 'one.ts' || (gate === 'lint' && name !== 'whole-fold.ts'),
    )
    it.each(clean)('is content with %s', (name) => expect(mentioning(found.output, name)).toEqual([]))
    it.each(planted)('sees %s', (name, [, , says]) => expect(mentioning(found.output, name).join('\n')).toContain(says))
  })

  it('unused code: a file, an export and a type that nobody imports are seen', async () => {
    await plant({
      'index.ts': `export { one } from './beside.ts'\n`,
      'beside.ts': `${CLEAN}export const two = 2\nexport type Three = 3\n`,
      'nobody.ts': CLEAN,
    })
    const { code, output } = await run('unused')
    expect(code).not.toBe(0)
    for (const [name, says] of [
      ['nobody.ts', 'nobody.ts'],
      ['beside.ts', 'two'],
      ['beside.ts', 'Three'],
    ] as const)
      expect(mentioning(output, name).join('\n')).toContain(says)
  })
})
