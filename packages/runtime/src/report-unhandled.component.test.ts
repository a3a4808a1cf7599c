import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'

const INDEX = new URL('./index.ts', import.meta.url).href

/** A process of its own: an unhandled rejection concerns the whole process. */
async function run(body: string) {
  const source = `const { createLog, reportUnhandled, withCorrelation } = await import(${JSON.stringify(INDEX)})
    const log = createLog('server', 'info')
    const count = reportUnhandled((fact, sentence) => log.error(fact, sentence))
    ${body}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const messages: unknown[] = []
  let [stdout, stderr] = ['', '']
  child.on('message', (message) => messages.push(message))
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return {
    code,
    stdout,
    messages,
    facts: stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as object),
  }
}

describe('a rejection that nobody handles', () => {
  it('given two in the course of a request, then the process goes on, and each is logged with the request, counted and told', async () => {
    const { code, stdout, messages, facts } = await run(`
      withCorrelation('request-1', () => {
        setTimeout(() => Promise.reject(new Error('first')), 5)
        setTimeout(() => Promise.reject(new Error('second')), 10)
      })
      setTimeout(() => { console.log('goes on', count()); process.disconnect() }, 200)`)
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'goes on 2\n' })
    expect(messages).toEqual([{ unhandledRejections: 1 }, { unhandledRejections: 2 }])
    expect(facts).toMatchObject([
      { correlationId: 'request-1', err: { message: 'first' } },
      { correlationId: 'request-1', err: { message: 'second' } },
    ])
  })

  it('given an error that holds an address, then the log does not hold its password', async () => {
    const { facts } = await run(`
      Promise.resolve().then(() => new URL('postgres://u:hunter2@[bad'))
      setTimeout(() => process.disconnect(), 100)`)
    expect(facts).toHaveLength(1)
    expect(JSON.stringify(facts)).not.toContain('hunter2')
  })
})

it('given an exception that nobody catches, then it is logged with the request and ends the process', async () => {
  const { code, facts } = await run(`withCorrelation('request-2', () => setTimeout(() => { throw new Error('thrown') }, 5))`)
  expect(code).toBe(1)
  expect(facts).toMatchObject([{ correlationId: 'request-2', err: { message: 'thrown' } }])
})
