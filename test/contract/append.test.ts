import { randomUUID } from 'node:crypto'
import { binaryEvent, jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client'
import type { AppendResult } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import { appendInTime, collect, json, jsonEvents, numbersOf, readAllOf, revisionsOf, streamFor, upTo } from './events.ts'
import { storeUnderTest, WAYS } from './store-under-test.ts'

const store = storeUnderTest()

describe.each(WAYS)('B. appending: $mode, $address address', ({ mode, address }) => {
  const client = () => store.client({ mode, address })

  test('9 NO_STREAM makes a stream, revision 0', async () => {
    const { success, nextExpectedRevision } = await client().appendToStream(streamFor('9'), json(0), { expectedRevision: 'no_stream' })
    expect({ success, nextExpectedRevision }).toEqual({ success: true, nextExpectedRevision: 0n })
  })

  test('10 several events: the last revision; positions increase, commit is prepare', async () => {
    const [writer, stream] = [client(), streamFor('10')]
    const first = await writer.appendToStream(stream, jsonEvents(3), { expectedRevision: 'no_stream' })
    const second = await writer.appendToStream(stream, jsonEvents(2, 3), { expectedRevision: 2n })
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([2n, 4n])
    const events = await readAllOf(writer, stream)
    const positions = events.map(({ event }) => event?.position)
    expect(positions.every((position) => typeof position?.commit === 'bigint' && position.commit === position.prepare)).toBe(true)
    const commits = positions.map((position) => position?.commit as bigint)
    expect(commits.every((commit, index) => index === 0 || commit > (commits[index - 1] as bigint))).toBe(true)
    expect([first.position?.commit, second.position?.commit]).toEqual([commits[2], commits[4]])
    expect(events.map((event) => event.commitPosition)).toEqual(commits)
  })

  test('11 an exact revision', async () => {
    const [writer, stream] = [client(), streamFor('11')]
    const results = []
    for (const expectedRevision of ['no_stream', 0n, 1n] as const)
      results.push(await writer.appendToStream(stream, json(0), { expectedRevision }))
    expect(results.map((result) => result.nextExpectedRevision)).toEqual([0n, 1n, 2n])
  })

  test('12 ANY, on a new stream and on that one again', async () => {
    const [writer, stream] = [client(), streamFor('12')]
    const first = await writer.appendToStream(stream, json(0), { expectedRevision: 'any' })
    const second = await writer.appendToStream(stream, json(1), { expectedRevision: 'any' })
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([0n, 1n])
  })

  test('13 STREAM_EXISTS on a stream that exists', async () => {
    const [writer, stream] = [client(), streamFor('13')]
    await writer.appendToStream(stream, json(0))
    const { success, nextExpectedRevision } = await writer.appendToStream(stream, json(1), { expectedRevision: 'stream_exists' })
    expect({ success, nextExpectedRevision }).toEqual({ success: true, nextExpectedRevision: 1n })
  })

  test('15 content comes back as it went: JSON, bytes, control and other characters, every kind of metadata', async () => {
    const [writer, stream] = [client(), streamFor('15')]
    await writer.appendToStream(stream, [
      jsonEvent({ type: 'J', data: { a: 'x\u0018yĘz', b: [1, null] }, metadata: { m: 'ż', n: 1 } }),
      binaryEvent({ type: 'B', data: Uint8Array.from([0, 1, 255]) }),
      binaryEvent({ type: 'B', data: new Uint8Array(0) }),
      binaryEvent({ type: 'B', data: Uint8Array.from([9]), metadata: Uint8Array.from([1, 2, 3]) }),
      jsonEvent({ type: 'J', data: 'just text' }),
      jsonEvent({ type: 'with blanks, and zażółć', data: { x: 7 } }),
    ])
    const events = (await readAllOf(writer, stream)).map(({ event }) => event)
    expect(events.map((event) => event?.isJson)).toEqual([true, false, false, false, true, true])
    expect(events[0]).toMatchObject({ type: 'J', data: { a: 'x\u0018yĘz', b: [1, null] }, metadata: { m: 'ż', n: 1 } })
    expect(events.slice(1, 4).map((event) => Buffer.from(event?.data as Uint8Array).toString('hex'))).toEqual(['0001ff', '', '09'])
    expect([events[1]?.metadata, events[2]?.metadata]).toEqual([undefined, undefined])
    expect(Buffer.from(events[3]?.metadata as Uint8Array).toString('hex')).toBe('010203')
    expect([events[4]?.data, events[5]?.data, events[5]?.type]).toEqual(['just text', { x: 7 }, 'with blanks, and zażółć'])
  })

  test('16 the position of an append is the position read back', async () => {
    const [writer, stream] = [client(), streamFor('16')]
    const { position } = await writer.appendToStream(stream, json(16))
    const [event] = await readAllOf(writer, stream)
    expect(event?.event?.position).toEqual(position)
    const [first] = await collect(writer.readAll({ fromPosition: position as { commit: bigint; prepare: bigint }, maxCount: 1 }))
    expect([first?.event?.streamId, first?.event?.id]).toEqual([stream, event?.event?.id])
  })

  // Ten thousand once; over gossip it is the same connection once it is found.
  const many = address === 'gossip' ? 500 : mode === 'batch' ? 10_000 : 3_000
  test(`17 ${many} single appends in flight at once: each there once`, { timeout: 60_000 }, async () => {
    const [writer, stream] = [client(), streamFor('17')]
    await Promise.all(upTo(many).map((n) => writer.appendToStream(stream, json(n), { deadline: 60_000 })))
    const events = await readAllOf(writer, stream)
    expect(revisionsOf(events)).toEqual(upTo(many))
    expect(numbersOf(events).sort((a, b) => a - b)).toEqual(upTo(many))
  })

  test.runIf(mode === 'batch')('18 appends not awaited in between keep the order of the calls', async () => {
    const [writer, stream] = [client(), streamFor('18')]
    // A client's first append is slower than those behind it: it finds out what the server can do.
    await writer.appendToStream(`${stream}-first`, json(0))
    await Promise.all(upTo(200).map((n) => writer.appendToStream(stream, json(n))))
    expect(numbersOf(await readAllOf(writer, stream))).toEqual(upTo(200))
  })

  test('19 five thousand events in one append, in many fragments: all, in order, at once', async () => {
    const [writer, stream] = [client(), streamFor('19')]
    const events = jsonEvents(5_000)
    const { nextExpectedRevision } = await appendInTime(() => writer.appendToStream(stream, events, { batchAppendSize: 1024 }))
    expect(nextExpectedRevision).toBe(4_999n)
    expect(numbersOf(await readAllOf(writer, stream))).toEqual(upTo(5_000))
  })

  test('20 two writers race for one revision: one wins, the other learns which', async () => {
    const [one, other, stream] = [client(), client(), streamFor('20')]
    await one.appendToStream(stream, json(0), { expectedRevision: 'no_stream' })
    for (const round of upTo(25)) {
      const expectedRevision = BigInt(round)
      const outcomes = await Promise.allSettled(
        [one, other].map((writer) => writer.appendToStream(stream, json(round), { expectedRevision })),
      )
      const winners = outcomes.filter((outcome): outcome is PromiseFulfilledResult<AppendResult> => outcome.status === 'fulfilled')
      const [loser] = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(winners.map((winner) => winner.value.nextExpectedRevision)).toEqual([expectedRevision + 1n])
      expect(loser?.reason).toBeInstanceOf(WrongExpectedVersionError)
      expect(loser?.reason).toMatchObject({ expectedVersion: expectedRevision, actualVersion: expectedRevision + 1n })
    }
  })

  test('21 nothing is written of an append that conflicts', async () => {
    const [writer, stream] = [client(), streamFor('21')]
    await writer.appendToStream(stream, jsonEvents(2))
    await expect(writer.appendToStream(stream, jsonEvents(5, 10), { expectedRevision: 0n })).rejects.toBeInstanceOf(
      WrongExpectedVersionError,
    )
    expect(numbersOf(await readAllOf(writer, stream))).toEqual([0, 1])
  })

  test('22 created is a date, of the time of the append, one for all its events', async () => {
    const [writer, stream] = [client(), streamFor('22')]
    await writer.appendToStream(
      stream,
      jsonEvents(3).map((event) => ({ ...event, id: randomUUID() })),
    )
    const created = (await readAllOf(writer, stream)).map(({ event }) => event?.created as Date)
    expect(created.every((date) => date instanceof Date && Math.abs(date.getTime() - Date.now()) < 10_000)).toBe(true)
    expect(new Set(created.map((date) => date.getTime())).size).toBe(1)
  })
})
