import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleOf, events, installation } from '../../../transparency-log/src/bundle/given-installation.ts'
import { linkModules } from './link-modules.ts'
import { oneFile } from './one-file.ts'
import { withoutTypes } from './without-types.ts'

const entry = new URL('./verifier-main.ts', import.meta.url)

describe('a program in one file', () => {
  test('of the same sources has the same bytes, imports what Node has and nothing else, and names no place of this machine', () => {
    const [once, again] = [oneFile(entry, '// heading\n'), oneFile(entry, '// heading\n')]
    expect(once).toBe(again)
    expect(once.startsWith('// heading\n')).toBe(true)
    const imports = once.split('\n').filter((line) => /^(import|export)\b/.test(line))
    expect(imports.length).toBeGreaterThan(3)
    expect(imports.filter((line) => !/^import \* as \w+ from 'node:[\w/]+'$/.test(line))).toEqual([])
    expect(once).not.toContain(import.meta.dirname)
  })

  test('reads as the source does, without types', () => {
    expect(withoutTypes("import type { A } from './a.ts'\n\n/** Why. */\nexport const one = (a: A): number => a.one // x  y\n")).toBe(
      '/** Why. */\nexport const one = (a) => a.one // x  y',
    )
  })

  test('gives each module its own names, whatever the way they are imported and shown', () => {
    const text = linkModules([
      {
        name: 'a.ts',
        text: "import { sep as slash } from 'node:path'\nconst hidden = 1\nexport const a = hidden + slash.length",
        below: new Map(),
      },
      {
        name: 'b.ts',
        text: "const hidden = 2\nexport function b() { return hidden }\nexport * from './a.ts'",
        below: new Map([['./a.ts', 'a.ts']]),
      },
      {
        name: 'c.ts',
        text: "import * as whole from './b.ts'\nexport { a as fromA } from './b.ts'\nconst two = whole.b\nexport { two as b }",
        below: new Map([['./b.ts', 'b.ts']]),
      },
      {
        name: 'd.ts',
        text: "import {\n  fromA,\n  b as two,\n} from './c.ts'\nconsole.log(fromA + two())",
        below: new Map([['./c.ts', 'c.ts']]),
      },
    ])
    expect(execFileSync(process.execPath, ['--input-type=module', '--eval', text], { encoding: 'utf8' })).toBe('4\n')
  })

  test.each(['export default 1', "import pg from 'pg'", "import './a.ts'", "export * as all from './a.ts'"])(
    'refuses `%s`',
    (statement) => {
      expect(() => linkModules([{ name: 'x.ts', text: statement, below: new Map() }])).toThrow(/x\.ts: this statement cannot be put/)
    },
  )

  test('is the verifier, and says how it is used', { timeout: 60_000 }, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'outstanding-verifier-'))
    await writeFile(join(directory, 'verify.mjs'), oneFile(entry, ''))
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['verify.mjs', ...args], { cwd: directory, env: {} }).then(
        ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
        ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
      )
    expect(await run('--help')).toEqual({ code: 0, stdout: expect.stringMatching(/^Usage: FILE [^]*Exit codes: 0 valid/), stderr: '' })
    expect(await run('--nope')).toEqual({ code: 2, stdout: '', stderr: "Unknown option '--nope'\n" })
    expect(await run('verify.mjs')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^verify\.mjs is not a bundle; name .*\n$/),
    })
    await rm(directory, { recursive: true })
  })

  test('refuses a module that needs a package', () => {
    expect(() => oneFile(new URL('../with-transparency-log.ts', import.meta.url), '')).toThrow(/needs the package \S+$/)
  })
})

/** Other releases of Node on this machine, older than the one that this clone brings. */
function olderNodes(): readonly string[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => {
    const node = join(folder, name)
    try {
      const major = Number(
        /^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1],
      )
      return major >= 20 && major < 24 ? [node] : []
    } catch {
      return []
    }
  })
}
const [older] = olderNodes()

describe.skipIf(older === undefined)(`under an older Node${older === undefined ? ' (SKIPPED: there is none here)' : ''}`, () => {
  let directory: string
  beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'outstanding-verifier-'))))
  afterAll(() => rm(directory, { recursive: true, force: true }))

  test('it checks what it can, and says of which signature it cannot say anything', async () => {
    await writeFile(join(directory, 'verify.mjs'), oneFile(entry, ''))
    await writeFile(join(directory, 'bundle'), await bundleOf(installation(events(9), [9])))
    const { stdout } = await promisify(execFile)(older ?? '', ['verify.mjs', 'bundle'], { cwd: directory, env: {} })
    expect(stdout).toMatch(/bundle is valid: all 9 entries/)
    expect(stdout).toMatch(/signed by \S+ \(Ed25519\)\n/)
    expect(stdout).toMatch(/not checked: this Node \(v2\d\S+\) cannot check signatures by the ML-DSA-44 key/)
  })
})
