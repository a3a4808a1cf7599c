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

/** The gates of `npm test`, run on a small workspace: each must find the planted violation, and nothing in clean code. */
describe('the gates, given a planted violation', () => {
  let clone: string
  const planted = () => join(clone, 'packages', 'planted', 'src', 'index.ts')
  beforeAll(async () => {
    clone = await mkdtemp(join(tmpdir(), 'outstanding-gates-'))
    for (const config of CONFIGS) await copyFile(join(root, config), join(clone, config))
    await symlink(join(root, 'node_modules'), join(clone, 'node_modules'))
    await mkdir(dirname(planted()), { recursive: true })
    const manifest = { name: '@outstanding/planted', private: true, type: 'module', exports: { '.': './src/index.ts' } }
    await writeFile(join(clone, 'packages', 'planted', 'package.json'), JSON.stringify(manifest))
  })
  afterAll(() => rm(clone, { recursive: true, force: true }))

  const GATES = {
    // With a record of its own: `node_modules` is the project's.
    types: ['typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit', '--tsBuildInfoFile', 'planted.tsbuildinfo'],
    lint: ['oxlint/bin/oxlint', '--deny-warnings', '--type-aware', 'packages'],
    format: ['oxfmt/bin/oxfmt', '--check', 'packages'],
    // As it runs in the project: files, exports and types. What the project's manifest names is not in the clone.
    unused: ['knip/bin/knip.js', '--no-progress', '--include', 'files,exports,types'],
  }
  type Gate = keyof typeof GATES

  async function run(gate: Gate, source: string): Promise<{ code: number; output: string }> {
    await writeFile(planted(), source)
    const [tool = '', ...args] = GATES[gate]
    return new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: clone }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, output: stdout + stderr })
      })
    })
  }

  const CLEAN = `/** One. */\nexport const one = 1\n`

  it.each([
    ['types', CLEAN],
    ['lint', CLEAN],
    ['lint', switched(`case 'A':\n      return 1\n    case 'B':\n      return 2`)],
    ['lint', chosen(12)],
    ['lint', nested(3)],
    ['lint', lines(200)],
    ['format', CLEAN],
  ] as const)('%s is content with clean code', async (gate, source) => {
    const { code, output } = await run(gate, source)
    expect({ code, output }).toMatchObject({ code: 0 })
  })

  it.each([
    ['types', `export const one: string = 1\n`, 'TS2322'],
    ['types', `export enum One {\n  A,\n}\n`, 'TS1294'],
    ['lint', `export const one = (x: any): unknown => x\n`, 'no-explicit-any'],
    ['lint', `export function one(): void {\n  Promise.resolve(1)\n}\n`, 'no-floating-promises'],
    ['lint', switched(`case 'A':\n      return 1\n    default:\n      return 2`), 'switch-exhaustiveness-check'],
    ['lint', chosen(13), 'Maximum allowed is 12'],
    ['lint', nested(4), 'Blocks are nested too deeply'],
    [
      'lint',
      `export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e\n`,
      'too many parameters',
    ],
    ['lint', lines(201), 'too many lines'],
    ['format', `export const one = "1";\n`, 'index.ts'],
  ] as const)('%s sees %j', async (gate, source, says) => {
    const { code, output } = await run(gate, source)
    expect(code).not.toBe(0)
    expect(output).toContain(says)
  })

  it.each([
    ['a file that nobody imports', CLEAN, CLEAN, 'beside.ts'],
    ['an export that nobody imports', `export { one } from './beside.ts'\n`, `${CLEAN}export const two = 2\n`, 'two'],
    ['a type that nobody imports', `export { one } from './beside.ts'\n`, `${CLEAN}export type Two = 2\n`, 'Two'],
  ])('unused code: %s is seen', async (_what, index, beside, says) => {
    await writeFile(join(dirname(planted()), 'beside.ts'), beside)
    const { code, output } = await run('unused', index)
    await rm(join(dirname(planted()), 'beside.ts'))
    expect(code).not.toBe(0)
    expect(output).toContain(says)
  })

  it('a fold that passes over an event does not compile', async () => {
    const domain = join(root, 'packages', 'domain', 'src')
    const fold = (folded: string): string => `
import type { Fact } from '${domain}/envelope.ts'
import { evolveByTable } from '${domain}/kernel/evolving/evolvers.ts'

type LoanEvent = Fact<'BookLent', object> | Fact<'BookReturned', object>
export const evolve = evolveByTable<number, LoanEvent>({ ${folded} })
`
    const [whole, partly] = [
      await run('types', fold('BookLent: (count) => count + 1, BookReturned: (count) => count')),
      await run('types', fold('BookLent: (count) => count + 1')),
    ]
    expect(whole).toMatchObject({ code: 0 })
    expect(partly.code).not.toBe(0)
    expect(partly.output).toContain("Property 'BookReturned' is missing")
  })
})
