import { readFileSync } from 'node:fs'
import { connect, isIP } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Address } from './address.ts'
import type { StoreFault } from './port.ts'

/** What is wrong on the way to a store, as far as a connection of our own shows it, and what to do about it. */
export type Diagnosis = { readonly fault: StoreFault; readonly sentence: string }

type Host = Address['hosts'][number]
type Outcome = 'good' | { readonly code: string } | { readonly first: Buffer }

/** Starts HTTP/2 with empty settings: a server that speaks it answers with its own. */
const http2Opening = Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])])
const settingsFrame = 4

/**
 * Dials each host, since the client says of most faults only that it has no connection, and of none of them what to do. Undefined where
 * one host answers as it should, or where nothing clear was found within `ms`.
 */
export async function diagnose(address: Address, ms: number): Promise<Diagnosis | undefined> {
  const found = await Promise.all(address.hosts.map((host) => probe(host, address, ms)))
  return found.includes(undefined) ? undefined : found[0]
}

async function probe(host: Host, address: Address, ms: number): Promise<Diagnosis | undefined> {
  const at = `${host.host}:${host.port}`
  const dialled = await dial(host, undefined, ms)
  if (dialled !== 'good') return 'code' in dialled ? unreachable(at, host.host, dialled.code) : undefined
  if (address.tls) {
    const outcome = await dial(host, { authority: address.authorityFile, verify: true }, ms)
    return outcome === 'good' || !('code' in outcome) ? undefined : distrusted(at, address, outcome.code)
  }
  const outcome = await dial(host, 'http2', ms)
  if (typeof outcome === 'object' && 'first' in outcome && outcome.first[3] === settingsFrame) return undefined
  if ((await dial(host, { authority: undefined, verify: false }, ms)) === 'good') {
    return {
      fault: 'TLS_REQUIRED',
      sentence: `${at} speaks TLS only. Set tls=true, and tlsCAFile if its certificate is the organisation's own`,
    }
  }
  return { fault: 'NO_EVENT_STORE', sentence: `what listens at ${at} is no event store. Check host and port` }
}

function unreachable(at: string, host: string, code: string): Diagnosis {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return { fault: 'UNKNOWN_HOST', sentence: `no machine is known by the name ${host}. Check the host, or the network's name service` }
  }
  if (code === 'ECONNREFUSED') {
    return { fault: 'NOTHING_LISTENS', sentence: `nothing listens at ${at}. Start the event store, or check the port` }
  }
  return { fault: 'NO_ANSWER', sentence: `${at} does not answer (${code}). Check the host, the network and any firewall` }
}

function distrusted(at: string, { authorityFile }: Address, code: string): Diagnosis {
  if (/SELF_SIGNED|UNABLE_TO|UNTRUSTED|INVALID_CA|ISSUER/.test(code)) {
    const given = authorityFile === undefined ? 'Give the file of its authority as tlsCAFile' : 'Check the file of tlsCAFile'
    return { fault: 'UNKNOWN_AUTHORITY', sentence: `the certificate of ${at} is from an authority that is not trusted. ${given}` }
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return { fault: 'WRONG_CERTIFICATE', sentence: `the certificate of ${at} is for another name. Use a name that it is for` }
  }
  if (code.startsWith('CERT_')) {
    return { fault: 'WRONG_CERTIFICATE', sentence: `the certificate of ${at} is not valid now (${code}). Renew it, or check the clocks` }
  }
  if (code === 'ETIMEDOUT') return { fault: 'NO_ANSWER', sentence: `${at} takes connections and does not answer` }
  return { fault: 'TLS_NOT_SPOKEN', sentence: `${at} does not speak TLS. Set tls=false if the server runs without it` }
}

type Speech = undefined | 'http2' | { readonly authority: string | undefined; readonly verify: boolean }

/** Connects, sends the given bytes, and closes. */
function dial({ host, port }: Host, speech: Speech, ms: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = open(host, port, speech)
    const end = (outcome: Outcome): void => {
      resolve(outcome)
      socket.destroy()
    }
    socket.setTimeout(ms, () => end({ code: 'ETIMEDOUT' }))
    socket.on('error', (error: NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] }) =>
      end({ code: error.code ?? error.errors?.[0]?.code ?? 'EFAILED' }),
    )
    socket.on('close', () => end({ code: 'ECONNRESET' }))
    if (speech === 'http2') {
      socket.on('data', (first: Buffer) => end({ first }))
      socket.write(http2Opening)
    } else socket.on(speech === undefined ? 'connect' : 'secureConnect', () => end('good'))
  })
}

function open(host: string, port: number, speech: Speech): Socket {
  if (speech === undefined || speech === 'http2') return connect({ host, port })
  const ca = speech.authority === undefined ? {} : { ca: readFileSync(speech.authority) }
  const servername = isIP(host) === 0 ? { servername: host } : {}
  return connectTls({ host, port, ...ca, ...servername, ALPNProtocols: ['h2'], rejectUnauthorized: speech.verify })
}
