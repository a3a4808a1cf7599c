import streams from '@eventstore/db-client/generated/streams_pb.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { delay, eventually, json, jsonEvents, streamFor } from './events.ts'
import { named, nothing, rawCalls } from './raw-calls.ts'
import type { RawCalls } from './raw-calls.ts'
import { storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()
const { Options } = streams.ReadReq

let raw: RawCalls
beforeAll(() => {
  raw = rawCalls(store.connection())
})
afterAll(() => raw.close())

const asText = () => new Options.UUIDOption().setString(nothing())
const base = () => new Options().setNoFilter(nothing()).setUuidOption(asText())
const ofStream = (stream: string) => base().setStream(new Options.StreamOptions().setStreamIdentifier(named(stream)).setStart(nothing()))
const fromStart = () => new Options.AllOptions().setStart(nothing())
const ofAll = () => base().setAll(fromStart())
const asSubscription = () => new Options.SubscriptionOptions()

type Message = Awaited<ReturnType<RawCalls['read']>>['messages'][number]
/** The kind of a message, in the words of the protocol. */
const KINDS = Object.entries(streams.ReadResp.ContentCase)
const kindOf = (message: Message) => KINDS.find(([, value]) => value === message.getContentCase())?.[0]

describe('W. reads below the client', () => {
  test('W14 the messages of a read, and the last revision if asked for', async () => {
    const stream = streamFor('w14')
    await store.client().appendToStream(stream, jsonEvents(3))
    const { messages, status } = await raw.read(ofStream(stream).setCount('10'))
    expect([messages.map(kindOf), status?.code]).toEqual([['EVENT', 'EVENT', 'EVENT'], 0])
    const [first] = messages
    const recorded = first?.getEvent()?.getEvent()
    expect(recorded?.getMetadataMap().get('created')).toMatch(/^\d{17}$/)
    expect(recorded?.getId()?.hasString()).toBe(true)
    expect([recorded?.getPreparePosition(), first?.getEvent()?.getCommitPosition()]).toEqual([
      recorded?.getCommitPosition(),
      recorded?.getCommitPosition(),
    ])
    const control = new Options.ControlOption().setCompatibility(1)
    const withLast = await raw.read(ofStream(stream).setCount('10').setControlOption(control))
    expect(withLast.messages.map(kindOf)).toEqual(['EVENT', 'EVENT', 'EVENT', 'LAST_STREAM_POSITION'])
    expect(withLast.messages.at(-1)?.getLastStreamPosition()).toBe('2')
  })

  test('W14 ids as two halves if asked for', async () => {
    const [stream, event] = [streamFor('w14-ids'), json(0)]
    await store.client().appendToStream(stream, event)
    const structured = new Options.UUIDOption().setStructured(nothing())
    const { messages } = await raw.read(ofStream(stream).setCount('1').setUuidOption(structured))
    const halves = messages[0]?.getEvent()?.getEvent()?.getId()?.getStructured()
    const hex = [halves?.getMostSignificantBits(), halves?.getLeastSignificantBits()].map((half) =>
      BigInt.asUintN(64, BigInt(half ?? 0))
        .toString(16)
        .padStart(16, '0'),
    )
    expect(hex.join('')).toBe(event.id.replaceAll('-', ''))
  })

  test('W15 a stream that is missing is a message and no error', async () => {
    const { messages, status } = await raw.read(ofStream(streamFor('w15')).setCount('10'))
    expect([messages.map(kindOf), status?.code]).toEqual([['STREAM_NOT_FOUND'], 0])
  })

  test('W16 the messages of subscriptions', async () => {
    const stream = streamFor('w16')
    await store.client().appendToStream(stream, jsonEvents(2))
    const [following, missing] = [stream, streamFor('w16-missing')].map((name) =>
      raw.follow(ofStream(name).setSubscription(asSubscription())),
    )
    const kinds = () => following?.messages.map(kindOf) ?? []
    await eventually('to be caught up', () => kinds().includes('CAUGHT_UP'))
    await store.client().appendToStream(stream, json(2))
    await eventually('the event', () => kinds().length === 5)
    expect(kinds()).toEqual(['CONFIRMATION', 'EVENT', 'EVENT', 'CAUGHT_UP', 'EVENT'])
    await eventually('confirmation', () => missing?.messages.length !== 0)
    await delay(500)
    expect(missing?.messages.map(kindOf)).toEqual(['CONFIRMATION'])
    for (const subscription of [following, missing]) subscription?.cancel()
  })

  test('W17 combinations that there are none of, and how many: none', async () => {
    const stream = streamFor('w17')
    await store.client().appendToStream(stream, jsonEvents(2))
    const noFilter = new Options().setAll(fromStart()).setCount('1').setUuidOption(asText())
    const filter = new Options.FilterOptions()
      .setStreamIdentifier(new Options.FilterOptions.Expression().setPrefixList([stream]))
      .setMax(32)
      .setCheckpointintervalmultiplier(1)
    const refused = [
      [ofStream(stream).setCount('0'), 2, 'Unexpected ReadStreamResult: Error'],
      [base().setCount('1'), 3, `'None' is not a valid EventStore.Client.Streams.ReadReq+Types+Options+StreamOptionOneofCase`],
      [
        ofAll().setSubscription(asSubscription()).setReadDirection(Options.ReadDirection.BACKWARDS),
        3,
        'The combination of (All, Subscription, Backwards, NoFilter) is invalid.',
      ],
      [noFilter, 3, 'The combination of (All, Count, Forwards, None) is invalid.'],
      [ofStream(stream).setCount('1').setFilter(filter), 3, 'The combination of (Stream, Count, Forwards, Filter) is invalid.'],
    ] as const
    for (const [options, code, details] of refused) {
      expect(await raw.read(options)).toMatchObject({ messages: [], status: { code, details } })
    }
    const filtered = await raw.read(ofAll().setCount('10').setFilter(filter))
    expect([filtered.messages.map(kindOf), filtered.status?.code]).toEqual([['EVENT', 'EVENT'], 0])
  })

  test('W17 48 reads that are never answered: without a form for ids, and of no event of $all', async () => {
    const withoutIds = new Options().setAll(fromStart()).setCount('1').setNoFilter(nothing())
    for (const options of [withoutIds, ofAll().setCount('0')]) {
      expect(await raw.read(options, 1_500)).toEqual({ messages: [], status: undefined })
    }
  })
})
