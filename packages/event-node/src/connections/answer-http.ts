import type { RequestListener } from 'node:http'
import { COMPATIBLE_WITH } from '../calls/features.ts'

export type HttpFacts = {
  readonly host: string
  readonly port: () => number
  readonly isLive: () => boolean
  readonly isSecure: boolean
  /** The same in every answer of this process. */
  readonly instanceId: string
}

type Answer = { readonly status: number; readonly body?: object }

/**
 * What monitors ask of the real server over plain HTTP: `/health/live`, `/ping`, `/info`, `/gossip`, `/stats`, answered to anybody, as
 * there. They say nothing of the log. Of the statistics those of the process are given, since the others are of parts that this node
 * does not have.
 */
export function createHttpAnswers(facts: HttpFacts): RequestListener {
  const startedAt = new Date().toISOString()
  const answers = new Map<string, () => Answer>([
    ['/health/live', () => ({ status: facts.isLive() ? 204 : 503 })],
    // The number is that of a message inside the real server, and means nothing to a client.
    ['/ping', () => ({ status: 200, body: { msgTypeId: 0, text: 'Ping request successfully handled' } })],
    ['/info', () => ({ status: 200, body: infoOf(facts) })],
    ['/gossip', () => ({ status: 200, body: gossipOf(facts) })],
    ['/stats', () => ({ status: 200, body: { proc: processStatistics(startedAt) } })],
  ])
  return (request, response) => {
    const answer = answers.get((request.url ?? '').split('?')[0] ?? '')
    if (answer === undefined) return void response.writeHead(404).end()
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end()
    const { status, body } = answer()
    if (body === undefined) return void response.writeHead(status).end()
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
  }
}

function infoOf({ isSecure }: HttpFacts): object {
  return {
    esVersion: COMPATIBLE_WITH,
    state: 'leader',
    features: { projections: false, userManagement: false, atomPub: false },
    authentication: { type: isSecure ? 'basic' : 'insecure', properties: {} },
  }
}

function gossipOf({ host, port, instanceId, isLive }: HttpFacts): object {
  const endpoint = { httpEndPointIp: host, httpEndPointPort: port() }
  const member = { instanceId, timeStamp: new Date().toISOString(), state: 'Leader', isAlive: isLive(), ...endpoint }
  return { members: [{ ...member, nodePriority: 0, isReadOnlyReplica: false }], serverIp: host, serverPort: port() }
}

function processStatistics(startTime: string): object {
  const { rss, heapUsed } = process.memoryUsage()
  return { startTime, id: process.pid, mem: rss, heap: heapUsed, cpuMilliseconds: Math.round(process.cpuUsage().user / 1000) }
}
