import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { AccessDeniedError, EventStoreDBClient, streamNameFilter } from '@eventstore/db-client'
import grpc from '@grpc/grpc-js'
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js'
import { describe, expect, test } from 'vitest'
import type { AppendSeen } from '@outstanding/event-node'
import { startFaultyEventNode } from '../support/event-node.ts'
import { collect, delay, eventually, failureOf, follow, json, numbersOf, readAllOf, streamFor } from './events.ts'
import { caseWithFault, caseWithUsers, MODES, storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()

describe('A. connecting and features', () => {
  test('1 a plain connection string: append and read', async () => {
    const client = store.client()
    const stream = streamFor('1')
    const { success, nextExpectedRevision, position } = await client.appendToStream(stream, json(1), { expectedRevision: 'no_stream' })
    expect({ success, nextExpectedRevision }).toEqual({ success: true, nextExpectedRevision: 0n })
    expect(position?.commit).toBe(position?.prepare)
    expect(numbersOf(await readAllOf(client, stream))).toEqual([1])
  })

  test('2 discovery through gossip: append and read', async () => {
    const client = store.client({ address: 'gossip' })
    const stream = streamFor('2')
    await client.appendToStream(stream, json(1))
    expect(await readAllOf(client, stream)).toHaveLength(1)
  })

  test('3 two seeds, one of them dead', async () => {
    const client = store.client({ hosts: [await deadEndpoint(), ...store.connection().hosts] })
    const { success } = await client.appendToStream(streamFor('3'), json(1))
    expect(success).toBe(true)
  })

  // So does the client: what follows esdb+discover:// is meant to be one name for all members, and a second one is never asked.
  test('3 esdb+discover:// with two seeds: only the first is asked', async () => {
    const [live, dead] = [store.connection().hosts[0] as string, await deadEndpoint()]
    const through = (hosts: readonly string[]) =>
      store.client({ scheme: 'esdb+discover', hosts, parameters: { maxDiscoverAttempts: 2, discoveryInterval: 50 } })
    const { success } = await through([live, dead]).appendToStream(streamFor('3-discover'), json(1))
    expect(success).toBe(true)
    const failure = await failureOf(through([dead, live]).appendToStream(streamFor('3-discover'), json(1)))
    expect(failure.message).toBe('Failed to discover after 2 attempts.')
  })

  test('4 no live member: an error after the attempts', async () => {
    const parameters = { maxDiscoverAttempts: 2, discoveryInterval: 50 }
    const client = store.client({ address: 'gossip', hosts: [await deadEndpoint()], parameters })
    const failure = await failureOf(client.appendToStream(streamFor('4'), json(1)))
    expect(failure.message).toBe('Failed to discover after 2 attempts.')
  })

  test('5 server features: reading and both appends, and a version of three numbers', async () => {
    const supported = await supportedMethods(store.connection())
    const methods = supported
      .getMethodsList()
      .map((method) => ({ name: `${method.getServiceName()}/${method.getMethodName()}`, features: method.getFeaturesList() }))
    const streams = 'event_store.client.streams.streams'
    expect(methods).toEqual(
      expect.arrayContaining([
        { name: `${streams}/read`, features: ['position', 'events'] },
        { name: `${streams}/append`, features: [] },
        { name: `${streams}/batchappend`, features: ['deadline_duration'] },
        { name: 'event_store.client.gossip.gossip/read', features: [] },
        { name: 'event_store.client.server_features.serverfeatures/getsupportedmethods', features: [] },
      ]),
    )
    expect(supported.getEventStoreServerVersion()).toMatch(/^\d+\.\d+\.\d+/)
  })

  caseWithFault('6 features unimplemented: the client falls back to classic append', async () => {
    const seen: AppendSeen[] = []
    const node = await startFaultyEventNode({ withoutFeatures: () => true, refuseAsFollower: (append) => void seen.push(append) })
    const client = EventStoreDBClient.connectionString(node.url)
    const { nextExpectedRevision } = await client.appendToStream('case-6', [json(1), json(2)])
    expect(nextExpectedRevision).toBe(1n)
    expect(seen.map(({ mode, events }) => ({ mode, events }))).toEqual([{ mode: 'classic', events: 2 }])
    await client.dispose()
    await node.stop()
  })

  caseWithFault('7 the name of the connection reaches the server', async () => {
    const seen: AppendSeen[] = []
    const node = await startFaultyEventNode({ refuseAsFollower: (append) => void seen.push(append) })
    const client = EventStoreDBClient.connectionString(`${node.url}&connectionName=conformance`)
    await client.appendToStream('case-7', json(1))
    expect(seen.map((append) => append.connectionName)).toEqual(['conformance'])
    await client.dispose()
    await node.stop()
  })

  test('8 idle for more than three keepalive periods: still live', async () => {
    const client = store.client({ parameters: { keepAliveInterval: 500 } })
    const stream = streamFor('8')
    const followed = follow(client.subscribeToAll({ fromPosition: 'end', filter: streamNameFilter({ prefixes: [stream] }) }))
    await eventually('confirmation', () => followed.log.includes('confirmation'))
    await delay(2_000)
    await client.appendToStream(stream, json(1))
    await eventually('the event', () => followed.events.length === 1)
    expect(followed.error).toBeUndefined()
  })
})

describe('C. users', () => {
  caseWithUsers('31 a wrong password or user: access denied, for reads and for both appends', async () => {
    for (const credentials of ['nobody:nothing', `${store.connection().credentials?.split(':')[0]}:wrong`]) {
      for (const mode of MODES) {
        const client = store.client({ credentials, mode })
        expect(await failureOf(client.appendToStream(streamFor('31'), json(1)))).toBeInstanceOf(AccessDeniedError)
        const failure = await failureOf(collect(client.readAll({ maxCount: 1 })))
        expect(failure).toBeInstanceOf(AccessDeniedError)
        expect(failure['code']).toBe(16)
      }
    }
  })

  caseWithUsers('31 no user: reading $all and appending are denied', async () => {
    for (const mode of MODES) {
      const client = store.client({ credentials: undefined, mode })
      expect(await failureOf(client.appendToStream(streamFor('31'), json(1)))).toBeInstanceOf(AccessDeniedError)
      const failure = await failureOf(collect(client.readAll({ maxCount: 1 })))
      expect(failure).toBeInstanceOf(AccessDeniedError)
      expect(failure['code']).toBe(7)
    }
  })
})

async function deadEndpoint(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `127.0.0.1:${port}`
}

function supportedMethods({ hosts, parameters, authority }: ReturnType<typeof store.connection>): Promise<SupportedMethods> {
  const isPlain = parameters.get('tls') === 'false'
  const credentials = isPlain ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(authority)
  const client = new features.ServerFeaturesClient(hosts[0] as string, credentials)
  return new Promise((resolve, reject) => {
    client.getSupportedMethods(new shared.Empty(), (error, answer) => {
      client.close()
      if (error) reject(error)
      else resolve(answer)
    })
  })
}
