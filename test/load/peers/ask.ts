import { Agent, request } from 'node:http'
import { quantile } from '../figures.ts'
import type { ProcessorTime } from './processor-time.ts'

/** One HTTP request of a question. Some come again after a while, so the product may answer them from what it kept. */
export type Question = (index: number) => { readonly path: string; readonly body?: string }
export type Asked = {
  readonly perSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  /** A request, in milliseconds; null where it cannot be known. */
  readonly processor: ProcessorTime | null
}

type Load = { readonly port: number; readonly clients: number; readonly seconds: number; time(): Promise<ProcessorTime | null> }

/** So many clients, each with one request at a time over a connection that stays open, for so many seconds; one second before is not counted. */
export async function ask(question: Question, { port, clients, seconds, time }: Load): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  let index = 0
  const during = async (ms: number): Promise<number[]> => {
    const samples: number[] = []
    const until = performance.now() + ms
    const client = async (): Promise<void> => {
      while (performance.now() < until) {
        const started = performance.now()
        await once(agent, port, question(index++))
        samples.push(performance.now() - started)
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    return samples
  }
  await during(1_000)
  const before = await time()
  const started = performance.now()
  const samples = await during(seconds * 1_000)
  const tookMs = performance.now() - started
  const after = await time()
  agent.destroy()
  const share = (used: (spent: ProcessorTime) => number): number =>
    before && after ? (used(after) - used(before)) / samples.length : Number.NaN
  return {
    perSecond: (samples.length / tookMs) * 1_000,
    medianMs: quantile(samples, 0.5),
    p99Ms: quantile(samples, 0.99),
    processor: before && after ? { server: share(({ server }) => server), database: share(({ database }) => database) } : null,
  }
}

function once(agent: Agent, port: number, { path, body }: ReturnType<Question>): Promise<void> {
  const method = body === undefined ? 'GET' : 'POST'
  const headers = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, method, headers, timeout: 60_000 }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(parts).toString()
        // A refusal is quick: figures of it would be of nothing.
        if (response.statusCode !== 200 || text.includes('"errors"'))
          reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 300)}`))
        else resolve()
      })
    })
    asked.on('timeout', () => asked.destroy(new Error(`${path}: no answer in a minute`)))
    asked.on('error', reject)
    asked.end(body)
  })
}
