import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepRunning } from './keep-running.ts'
import { createPartStates, partProblems } from './part-states.ts'
import { type RunningProcess, startProcess } from './start-process.ts'

const SERVICE = `
const port = Number(process.env.PORT ?? 0) || 1234
console.error('starting on ' + port)
if (process.env.FAILS) { console.log(JSON.stringify({ ready: false, problem: 'the port 4000 is taken' })); process.exit(1) }
console.log(JSON.stringify({ ready: true, port, pid: process.pid }))
process.on('message', () => process.exit(3))
setInterval(() => {}, 1000)
`

describe('a process of the standalone edition', { timeout: 60_000 }, () => {
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

  const kept = async (fails: () => boolean, waitsMs: number[]) => {
    const states = createPartStates()
    const sentences: string[] = []
    const ports: (number | undefined)[] = []
    const keeping = {
      name: 'service',
      start: async (previous: RunningProcess | undefined, signal: AbortSignal) => {
        const { port } = previous?.ready ?? {}
        ports.push(port)
        if (fails()) throw new Error('the port 4000 is taken')
        const environment: Record<string, string> = port === undefined ? {} : { PORT: String(port) }
        return startProcess({ name: 'service', main, environment, log: () => {}, signal })
      },
      states,
      report: (sentence: string) => void sentences.push(sentence),
    }
    return { states, sentences, ports, service: await keepRunning<RunningProcess>(keeping, waitsMs) }
  }
  const until = async (isSo: () => boolean) => {
    for (const end = Date.now() + 30_000; !isSo(); await sleep(20)) expect(Date.now()).toBeLessThan(end)
  }

  it('given one that ends, when kept running, then it is back on the same port', async () => {
    const { states, sentences, ports, service } = await kept(() => false, [10])
    service.current().send({ end: true })
    await until(() => ports.length === 2 && states.all()['service']?.downSince === null)
    expect(ports).toEqual([undefined, 1234])
    expect(sentences).toEqual([
      'the service stopped and is being restarted: starting on 1234',
      expect.stringMatching(/^the service is running again after [\d.]+ s$/),
    ])
    await service.stop()
  })

  it('given one that cannot be started for long, then it is never given up, says since when it is down, and comes back', async () => {
    let fails = false
    const { states, sentences, ports, service } = await kept(() => fails, [10, 20])
    fails = true
    service.current().send({ end: true })
    await until(() => ports.length > 8)
    expect(partProblems(states.all())).toMatch(/^the service has been down since \d{4}-\d\d-\d\dT[\d:.]+Z$/)
    // A repeated reason is reported once.
    expect(sentences).toEqual([
      'the service stopped and is being restarted: starting on 1234',
      'the service cannot be started yet and will be tried again: the port 4000 is taken',
    ])
    fails = false
    await until(() => partProblems(states.all()) === undefined)
    states.hasProblem('service', 'its disk is full')
    expect(partProblems(states.all())).toBe('its disk is full')
    states.hasProblem('service', null)
    expect(states.all()).toEqual({ service: { downSince: null, ends: 1, problem: null, unhandledRejections: 0 } })
    await service.stop()
  })

  it('given one that waits long before it is tried again, when another part is back, then it is tried at once; a stop does not wait', async () => {
    let fails = false
    const { states, ports, service } = await kept(() => fails, [10, 3_600_000])
    fails = true
    service.current().send({ end: true })
    await until(() => ports.length === 2)
    fails = false
    states.isBack('database')
    await until(() => states.all()['service']?.downSince === null)
    fails = true
    service.current().send({ end: true })
    await sleep(200)
    await service.stop()
  })
})
