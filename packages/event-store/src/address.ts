import { readFileSync } from 'node:fs'
import { EventStoreError } from './port.ts'

/** What a connection string says, taken apart. */
export type Address = {
  /** Hosts and ports as written, for messages. */
  readonly shown: string
  readonly hosts: readonly { readonly host: string; readonly port: number }[]
  readonly user: string | undefined
  readonly tls: boolean
  /** The authority that vouches for the server's certificate, where it is not one of Node's own. */
  readonly authorityFile: string | undefined
}

const example = 'esdb://user:password@host:2113?tls=true'
const defaultPort = 2113
const files: Readonly<Record<string, string>> = { tlscafile: 'tlsCAFile', usercertfile: 'userCertFile', userkeyfile: 'userKeyFile' }

/** Takes a connection string apart; throws `invalid` with what is wrong, and never quotes the string, which may hold a password. */
export function addressOf(url: string): Address {
  const [scheme, rest] = split(url.trim(), '://')
  if (rest === undefined) throw malformed(`it must look like ${example}`)
  if (scheme !== 'esdb' && scheme !== 'esdb+discover') throw malformed('it must begin with esdb:// or esdb+discover://')
  const at = rest.lastIndexOf('@', rest.includes('?') ? rest.indexOf('?') : undefined)
  const [place, query = ''] = split(rest.slice(at + 1), '?')
  const user = at < 0 ? undefined : userIn(rest.slice(0, at))
  const shown = place.replace(/\/$/, '')
  const options = new Map([...new URLSearchParams(query)].map(([key, value]) => [key.toLowerCase().replaceAll(/[-_\s]/g, ''), value]))
  const tls = options.get('tls') ?? 'true'
  if (tls !== 'true' && tls !== 'false') throw malformed('tls must be true or false')
  checkFiles(options)
  return {
    shown,
    hosts: shown.split(',').map(hostOf),
    user,
    tls: tls === 'true',
    authorityFile: options.get('tlscafile'),
  }
}

/**
 * The string as the client is to have it: of `esdb+discover://a,b` it would ask the first host alone, of `esdb://a,b` it asks each of
 * them for the cluster.
 */
export function withEverySeed(url: string): string {
  return addressOf(url).hosts.length > 1 ? url.trim().replace(/^esdb\+discover:/, 'esdb:') : url.trim()
}

function userIn(credentials: string): string {
  if (!/^[^:@/?]+:[^:@/?]+$/.test(credentials))
    throw malformed('user and password must stand as user:password@ before the host, each percent-encoded')
  return decodeURIComponent(split(credentials, ':')[0])
}

function checkFiles(options: ReadonlyMap<string, string>): void {
  for (const [key, name] of Object.entries(files)) {
    const file = options.get(key)
    if (file !== undefined) checkPem(name, file)
  }
}

function checkPem(option: string, file: string): void {
  let text: string
  try {
    text = readFileSync(file, 'latin1')
  } catch {
    throw malformed(`the file of ${option} cannot be read`)
  }
  if (!text.includes('-----BEGIN ')) throw malformed(`the file of ${option} is not in PEM form`)
}

function hostOf(text: string): { host: string; port: number } {
  const [, host, port = String(defaultPort)] = /^([^\s:/[\]@]+)(?::(\d{1,5}))?$/.exec(text) ?? []
  if (host === undefined || Number(port) > 65_535)
    throw malformed('after it must come a host, or host:port, or several with commas between')
  return { host, port: Number(port) }
}

function split(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)]
}

function malformed(what: string): EventStoreError {
  return new EventStoreError('invalid', `The address of the event store is not understood: ${what}.`, { fault: 'MALFORMED_ADDRESS' })
}
