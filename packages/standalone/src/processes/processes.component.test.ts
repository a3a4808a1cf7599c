import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepRunning } from './keep-running.ts'
import { startProcess } from './start-process.ts'

const SERVICE = `
const port = Number(process.env.PORT ?? 0) || 1234
console.error('starting on ' + port)
if (process.env.FAILS) { console.log(JSON.stringify({ ready: false, problem: 'the port 4000 is taken' })); process.exit(1) }
console.log(JSON.stringify({ ready: true, port, pid: process.pid }))
process.on('message', () => process.exit(3))
setInterval(() => {}, 1000)
`

describe('a process of the standalone edition', () => {
  let folder: string
  let main: URL
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outstanding-processes-'))
    await writeFile(join(folder, 'service.ts'), SERVICE)
    main = pathToFileURL(join(folder, 'service.ts'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const start = (environment: Record<string, string>, lines: string[] = []) =>
    startProcess({ name: 'service', main, environment, log: (line) => lines.push(line) })

  it('given one that becomes ready, when stopped, then it ends and its words were kept', async () => {
    const lines: string[] = []
    const running = await start({}, lines)
    expect(running.ready).toMatchObject({ ready: true, port: 1234 })
    await running.stop()
    expect(await running.exited).toBe('starting on 1234')
    expect(lines).toEqual(['starting on 1234'])
  })

  it('given one that cannot start, then its own sentence is the error', async () => {
    await expect(start({ FAILS: '1' })).rejects.toThrow('the port 4000 is taken')
  })

  it('given one that ends, when kept running, then it is back on the same port; ending again and again gives up', async () => {
    const problems: string[] = []
    let givenUp = ''
    const ports: (number | undefined)[] = []
    const kept = await keepRunning(
      'service',
      (port) => {
        ports.push(port)
        return start(port === undefined ? {} : { PORT: String(port) })
      },
      (problem) => problems.push(problem),
      (problem) => (givenUp = problem),
    )
    kept.send({ end: true })
    for (const until = Date.now() + 10_000; ports.length < 2 && Date.now() < until;) await sleep(20)
    expect(ports).toEqual([undefined, 1234])
    expect(problems).toEqual(['the service ended and is started again: starting on 1234'])
    await kept.stop()
    expect(givenUp).toBe('')
  })
})
