import { EventStoreError } from './port.ts'

const pattern = /^(esdb|esdb\+discover):\/\/(?:[^@/?]*@)?([^@/?\s]+)\/?(?:\?[^\s]*)?$/

/** The hosts and ports of a connection string, for messages: never its credentials. Throws `invalid` for anything else. */
export function addressOf(url: string): string {
  const hosts = pattern.exec(url)?.[2]
  if (hosts) return hosts
  throw new EventStoreError('invalid', 'The event store address must look like esdb://host:2113?tls=false (or esdb+discover://host)')
}
