import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLogFile } from './log-file.ts'

describe('the log file', () => {
  let folder: string
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'outstanding-log-'))))
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const files = async () => (await readdir(join(folder, 'logs'))).toSorted()
  const content = (name: string) => readFile(join(folder, 'logs', name), 'utf8')

  it('given more than fits, when written, then full files are put aside while it runs, and the oldest goes', async () => {
    const log = await openLogFile(folder, { fileBytes: 1_000, keptFiles: 2 })
    for (let n = 1; n <= 100; n += 1) log.write('server', `line ${n} ${'x'.repeat(50)}`)
    await log.close()
    expect(await files()).toEqual(['outstanding.log', 'outstanding.log.1', 'outstanding.log.2'])
    for (const name of await files()) {
      expect((await stat(join(folder, 'logs', name))).size).toBeLessThanOrEqual(1_000)
      expect((await stat(join(folder, 'logs', name))).mode & 0o777).toBe(0o600)
    }
    const lines = (await Promise.all(['outstanding.log.2', 'outstanding.log.1', 'outstanding.log'].map(content)))
      .join('')
      .trim()
      .split('\n')
    const numbers = lines.map((line) => Number(/line (\d+)/.exec(line)?.[1]))
    expect(numbers.at(-1)).toBe(100)
    expect(numbers).toEqual(Array.from(numbers, (_, n) => 100 - numbers.length + 1 + n))
  })

  it('given a file of an earlier run, when opened, then it goes on there and counts what is there', async () => {
    const first = await openLogFile(folder, { fileBytes: 200, keptFiles: 1 })
    first.write('server', 'before')
    await first.close()
    const second = await openLogFile(folder, { fileBytes: 200, keptFiles: 1 })
    second.write('server', 'after')
    for (let n = 0; n < 3; n += 1) second.write('server', 'x'.repeat(80))
    await second.close()
    expect(await content('outstanding.log.1')).not.toContain('before')
    expect(await files()).toHaveLength(2)
  })

  it('given an error that quotes an address, when written, then its user and password are hidden', async () => {
    const log = await openLogFile(folder)
    log.write('projector', '{"msg":"no answer from postgres://projector:hunter2@127.0.0.1:5432/x"}')
    log.write('event node', 'Error: esdb://admin:hunter2@10.0.0.1:2113?tls=true')
    await log.close()
    const written = await content('outstanding.log')
    expect(written).not.toContain('hunter2')
    expect(written).toContain('postgres://[hidden]@127.0.0.1:5432/x')
  })

  it('given a place that takes no lines for a while, when written, then nothing is thrown, and it says how many were lost', async () => {
    const log = await openLogFile(folder, { fileBytes: 300, keptFiles: 1 })
    await rm(join(folder, 'logs'), { recursive: true })
    for (let n = 0; n < 5; n += 1) log.write('server', 'x'.repeat(250))
    await mkdir(join(folder, 'logs'))
    log.write('server', 'back')
    await log.close()
    expect(await content('outstanding.log')).toMatch(/lines could not be written here.*\n.*back/)
  })
})
