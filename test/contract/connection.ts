/** A connection string taken apart. */
export type Connection = {
  readonly discovers: boolean
  /** `user:password`, each percent-encoded. */
  readonly credentials: string | undefined
  /** `host:port` or `host`; several are the members of a cluster. */
  readonly hosts: readonly string[]
  /** Decoded. */
  readonly parameters: ReadonlyMap<string, string>
}

export type Scheme = 'esdb' | 'esdb+discover'

/** The server's own port, where a host names none. */
const DEFAULT_PORT = 2113

const pattern = /^esdb(\+discover)?:\/\/(?:([^@/]+)@)?([^/?]+)\/?(?:\?(.*))?$/

export function parseConnection(text: string): Connection {
  const match = pattern.exec(text.trim())
  if (match === null) throw new Error('EVENTSTORE_URL must look like esdb://user:password@host:2113?tls=true')
  const [, discover, credentials, hosts = '', parameters = ''] = match
  return {
    discovers: discover !== undefined,
    credentials,
    hosts: hosts.split(',').map((host) => (/:\d+$/.test(host) ? host : `${host}:${DEFAULT_PORT}`)),
    parameters: new Map(new URLSearchParams(parameters)),
  }
}

/** The client discovers over several hosts only where the string begins with `esdb:`; then it always asks for the cluster first. */
export function writeConnection({ discovers, credentials, hosts, parameters }: Connection, asked?: Scheme): string {
  const scheme = asked ?? (discovers && hosts.length === 1 ? 'esdb+discover' : 'esdb')
  const user = credentials === undefined ? '' : `${credentials}@`
  const query = [...parameters].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
  return `${scheme}://${user}${hosts.join(',')}${query === '' ? '' : `?${query}`}`
}
