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

/** The gates of `npm test` as they are, on a small workspace of their own: each must see what is planted, and only that. */
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
    unused: ['knip/bin/knip.js', '--no-progress', '--include', 'files,exports'],
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

  it.each(['types', 'lint', 'format'] as const)('%s is content with clean code', async (gate) => {
    const { code, output } = await run(gate, CLEAN)
    expect({ code, output }).toMatchObject({ code: 0 })
  })

  it.each([
    ['types', `export const one: string = 1\n`, 'TS2322'],
    ['types', `export enum One {\n  A,\n}\n`, 'TS1294'],
    ['lint', `export const one = (x: any): unknown => x\n`, 'no-explicit-any'],
    ['lint', `export function one(): void {\n  Promise.resolve(1)\n}\n`, 'no-floating-promises'],
    ['format', `export const one = "1";\n`, 'index.ts'],
  ] as const)('%s sees %j', async (gate, source, says) => {
    const { code, output } = await run(gate, source)
    expect(code).not.toBe(0)
    expect(output).toContain(says)
  })

  it('unused code: a file that nobody imports is seen', async () => {
    await writeFile(join(dirname(planted()), 'orphan.ts'), CLEAN)
    const { code, output } = await run('unused', CLEAN)
    await rm(join(dirname(planted()), 'orphan.ts'))
    expect(code).not.toBe(0)
    expect(output).toContain('orphan.ts')
  })
})
