import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataDirectory } from './open-data-directory.ts'
import { writeRunFile } from './run-file.ts'

const SOURCE = new URL('./open-data-directory.ts', import.meta.url).href

async function openOrThrow(path: string) {
  const opened = await openDataDirectory(path)
  if (!opened.ok) throw new Error(opened.problem)
  return opened.directory
}

describe('the data directory', () => {
  let parent: string
  beforeAll(async () => void (parent = await mkdtemp(join(tmpdir(), 'outstanding-directory-'))))
  afterAll(() => rm(parent, { recursive: true, force: true }))

  it('given a held directory, when opened again, then one sentence says where it runs; once released it opens', async () => {
    const path = join(parent, 'held')
    const directory = await openOrThrow(path)
    await writeRunFile(path, {
      pid: 1,
      url: 'http://127.0.0.1:4000',
      databaseUrl: '',
      apiDatabaseUrl: '',
      operatorDatabaseUrl: '',
      eventStoreUrl: '',
    })
    expect((await stat(join(path, 'run.json'))).mode & 0o777).toBe(0o600)
    expect(await openDataDirectory(path)).toEqual({
      ok: false,
      isHeld: true,
      problem: `Outstanding is already running in ${path} at http://127.0.0.1:4000; stop it first, or set OUTSTANDING_DATA_DIR and OUTSTANDING_PORT for a second one`,
    })
    await directory.release()
    const again = await openOrThrow(path)
    await again.release()
  })

  it('given a holder killed with -9, when opened, then nothing has to be cleaned up', async () => {
    const path = join(parent, 'killed')
    const script = `const { openDataDirectory } = await import(${JSON.stringify(SOURCE)})
      console.log((await openDataDirectory(${JSON.stringify(path)})).ok)
      setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    expect(await openDataDirectory(path)).toMatchObject({ ok: false })
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const directory = await openOrThrow(path)
    await directory.release()
  })

  it.skipIf(!existsSync('/proc/self'))(
    'given a place that takes no directory, when opened, then it says so and does not hang',
    async () => {
      const opened = await openDataDirectory('/proc/outstanding/data')
      expect(opened).toMatchObject({ ok: false, problem: expect.stringContaining('/proc/outstanding/data cannot be written (') })
    },
  )

  it('given a path below a file, when opened, then one sentence says that it cannot be written', async () => {
    const file = join(parent, 'file')
    await writeFile(file, '')
    expect(await openDataDirectory(join(file, 'data'))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cannot be written (ENOTDIR)'),
    })
  })

  it('given a start that failed, when the directory is released and forgotten, then only one that it made is removed', async () => {
    const path = join(parent, 'made')
    const directory = await openOrThrow(path)
    await directory.release({ forget: true })
    expect(existsSync(path)).toBe(false)
    const existing = await openOrThrow(parent)
    await existing.release({ forget: true })
    expect(existsSync(parent)).toBe(true)
  })
})
