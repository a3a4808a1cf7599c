import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAlteringRegistry } from '../support/altering-registry.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const run = promisify(execFile)
const NOWHERE = 'http://127.0.0.1:1/'

/** The bootstrap in a clone that holds nothing else, so that the real one is not touched. */
describe('the bootstrap', () => {
  let clone: string
  beforeEach(async () => {
    clone = await mkdtemp(join(tmpdir(), 'outstanding-clone-'))
    for (const path of ['infra/bootstrap', 'package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
      await cp(join(root, path), join(clone, path), { recursive: true })
    }
  })
  afterEach(() => rm(clone, { recursive: true, force: true }))
  const script = (path: string) => pathToFileURL(join(clone, 'infra', 'bootstrap', path)).href
  const evaluate = (source: string) =>
    spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })

  it('given a registry that cannot be reached, when a command is run, then one sentence says so and nothing is left locked', async () => {
    const env = { ...process.env, npm_config_registry: NOWHERE, npm_execpath: '' }
    const failing = run(process.execPath, [join(clone, 'infra/bootstrap/outstanding.mjs'), '--version'], { env })
    const { code, stdout, stderr } = await failing.then(
      (answer) => ({ code: 0, ...answer }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    )
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    const lines = stderr.trim().split('\n')
    expect(lines.at(-1)).toMatch(/^outstanding: could not install Node .*registry cannot be reached \(ECONNREFUSED\); check the network/)
    expect(lines).toHaveLength(2)
    await expect(readFile(join(clone, '.toolchain', 'installing'))).rejects.toThrow('ENOENT')
  })

  it.each(['its own digest', 'no digest'] as const)(
    'given a registry that sends an altered Node with %s, then it is refused',
    async (says) => {
      const registry = await startAlteringRegistry(join(clone, 'altered'), says)
      const env = { ...process.env, npm_config_registry: registry.url, npm_config_cache: join(clone, 'cache'), npm_execpath: '' }
      const { code, stderr } = await run(process.execPath, [join(clone, 'infra/bootstrap/outstanding.mjs'), '--version'], { env }).then(
        (answer) => ({ code: 0, ...answer }),
        (error: { code: number; stderr: string }) => error,
      )
      registry.close()
      expect(code).toBe(1)
      expect(stderr).toMatch(/the registry sent something other than what infra\/bootstrap\/versions\.mjs expects/)
    },
  )

  it('given a platform without pinned digests, then one sentence says so before anything is fetched', async () => {
    const source = `Object.defineProperty(process, 'arch', { value: 'mips' })
      const { pinnedTools } = await import('${script('pinned-tools.mjs')}')
      try { pinnedTools() } catch (error) { console.log(error.message) }`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', source])
    expect(stdout).toMatch(/^there is no pinned node-\w+-mips for \w+ on mips; run Outstanding on Linux/)
  })

  it('given everything installed, when a command is run, then neither npm nor the network is used and only the command speaks', async () => {
    const { stdout: layout } = await run(process.execPath, [
      '--input-type=module',
      '-e',
      `console.log((await import('${script('layout.mjs')}')).node)`,
    ])
    await mkdir(dirname(layout.trim()), { recursive: true })
    await symlink(process.execPath, layout.trim())
    await mkdir(join(clone, 'node_modules'))
    await writeFile(join(clone, 'node_modules', '.modules.yaml'), '')
    const { stdout: stamp } = await run(process.execPath, [
      '--input-type=module',
      '-e',
      `process.stdout.write((await import('${script('install.mjs')}')).wanted())`,
    ])
    await writeFile(join(clone, '.toolchain', 'installed'), stamp)
    await mkdir(join(clone, 'packages/cli/src'), { recursive: true })
    await writeFile(join(clone, 'packages/cli/src/main.ts'), `console.log('ran', ...process.argv.slice(2)); process.exitCode = 3`)
    const running = run(process.execPath, [join(clone, 'infra/bootstrap/outstanding.mjs'), 'token', '--name', 'A B'], {
      env: { PATH: '', npm_config_registry: NOWHERE },
    })
    expect(await running.catch((error: object) => error)).toMatchObject({ code: 3, stdout: 'ran token --name A B\n', stderr: '' })
  })

  it('given two at once, then one works at a time; a lock that a killed one left is taken over', async () => {
    const lock = join(clone, '.toolchain', 'installing')
    const journal = join(clone, 'journal')
    const work = `const { withLock } = await import('${script('lock.mjs')}')
      const { appendFileSync } = await import('node:fs')
      await withLock(${JSON.stringify(lock)}, () => {}, async () => {
        appendFileSync(${JSON.stringify(journal)}, 'in ')
        await new Promise((resolve) => setTimeout(resolve, 200))
        appendFileSync(${JSON.stringify(journal)}, 'out ')
      })`
    await Promise.all([work, work, work].map((each) => once(evaluate(each), 'exit')))
    expect(await readFile(journal, 'utf8')).toBe('in out in out in out ')

    const killed = evaluate(`await (await import('${script('lock.mjs')}')).withLock(${JSON.stringify(lock)}, () => {}, async () => {
      console.log('held')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    })`)
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    await once(evaluate(work), 'exit')
    expect(await readFile(journal, 'utf8')).toBe('in out in out in out in out ')
  })

  it('given a lock with the number of a living stranger that nobody touched for long, then it is taken over', async () => {
    const lock = join(clone, '.toolchain', 'installing')
    await mkdir(dirname(lock))
    await writeFile(lock, String(process.pid))
    await utimes(lock, new Date(0), new Date(0))
    const taking = evaluate(
      `await (await import('${script('lock.mjs')}')).withLock(${JSON.stringify(lock)}, () => {}, async () => console.log('in'))`,
    )
    await once(taking.stdout, 'data')
    await once(taking, 'exit')
    await expect(readFile(lock)).rejects.toThrow('ENOENT')
  })
})
