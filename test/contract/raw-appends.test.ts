import { randomUUID } from 'node:crypto'
import { StreamNotFoundError } from '@eventstore/db-client'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAllOf, streamFor } from './events.ts'
import { appendTo, batchTo, fragment, named, nothing, proposed, proposedInBatch, rawCalls } from './raw-calls.ts'
import type { RawCalls } from './raw-calls.ts'
import { caseOfTheNode, storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()
const HANDLER_FAILED = { code: 2, details: 'Exception was thrown by handler.' }
/** Longer than the two seconds after which a server gives up an append that is not complete. */
const GIVING_UP_MS = 3_000

let raw: RawCalls
beforeAll(() => {
  raw = rawCalls(store.connection())
})
afterAll(() => raw.close())

const event = (parts?: Parameters<typeof proposed>[0], data?: string) => new streams.AppendReq().setProposedMessage(proposed(parts, data))

describe('W. classic appends below the client', () => {
  test.each([
    ['type', { 'content-type': 'application/json' }],
    ['content-type', { type: 'Thing' }],
  ] as const)('W3 an event without its %s', async (part, parts) => {
    expect(await raw.append(appendTo(streamFor('w3')), event(parts))).toEqual({
      code: 3,
      details: `Required Metadata Property '${part}' is missing`,
      exception: 'missing-required-metadata-property',
    })
  })

  test('W4 any other content type is stored as bytes, and what is called JSON need not be it', async () => {
    const stream = streamFor('w4')
    await raw.append(appendTo(stream), event({ type: 'Thing', 'content-type': 'text/plain' }))
    const noJson = await raw.read(readOf(stream))
    expect(noJson.messages.map((message) => contentTypeOf(message))).toEqual(['application/octet-stream'])
    await raw.append(appendTo(`${stream}-json`), event({ type: 'Thing', 'content-type': 'application/json' }, 'not json {'))
    const { messages } = await raw.read(readOf(`${stream}-json`))
    expect(messages.map((message) => [contentTypeOf(message), textOf(message)])).toEqual([['application/json', 'not json {']])
  })

  test('W5 no events: a success without a revision where the stream is missing, with a position', async () => {
    const stream = streamFor('w5')
    const answer = await raw.append(appendTo(stream))
    expect('code' in answer || [answer.getSuccess()?.hasNoStream(), answer.getSuccess()?.hasPosition()]).toEqual([true, true])
    await expect(readAllOf(store.client(), stream)).rejects.toBeInstanceOf(StreamNotFoundError)
  })

  test('W6 messages that make no append', async () => {
    const stream = streamFor('w6')
    for (const requests of [[], [event()], [appendTo(stream), appendTo(stream)], [appendTo('')]]) {
      expect(await raw.append(...requests)).toMatchObject(HANDLER_FAILED)
    }
    const noExpectation = new streams.AppendReq().setOptions(new streams.AppendReq.Options().setStreamIdentifier(named(stream)))
    expect(await raw.append(noExpectation, event())).toMatchObject({
      code: 3,
      details: `'None' is not a valid EventStore.Client.Streams.AppendReq+Types+Options+ExpectedStreamRevisionOneofCase`,
    })
  })
})

describe('W. batch appends below the client', () => {
  test('W11 fragments make one append; of options sent twice the first count; an id may be used again; one without options is passed over', async () => {
    const [stream, [first, second, third]] = [streamFor('w11'), ids(3)]
    const requests = [
      batchTo(stream, first).setIsFinal(false),
      batchTo(`${stream}-other`, first, [proposedInBatch()]),
      fragment(first, [proposedInBatch()]).setIsFinal(true),
      batchTo(`${stream}-again`, second, [proposedInBatch()]).setIsFinal(true),
      fragment(third, [proposedInBatch()]).setIsFinal(true),
    ]
    expect((await raw.batchAppend(requests, 2, GIVING_UP_MS)).map(shown)).toEqual([
      { id: first, stream, revision: '1' },
      { id: second, stream: `${stream}-again`, revision: '0' },
    ])
    const again = batchTo(`${stream}-again`, second, [proposedInBatch()]).setIsFinal(true)
    expect((await raw.batchAppend([again], 1)).map(shown)).toMatchObject([{ id: second, revision: '1' }])
    await expect(readAllOf(store.client(), `${stream}-other`)).rejects.toBeInstanceOf(StreamNotFoundError)
  })

  test('W12 an append that is never finished is given up, and nothing is written', async () => {
    const stream = streamFor('w12')
    const answers = await raw.batchAppend([batchTo(stream, randomUUID(), [proposedInBatch()])], 1)
    expect(answers.map(shown)).toMatchObject([{ stream, error: { code: 4, message: 'Timeout' } }])
    await expect(readAllOf(store.client(), stream)).rejects.toBeInstanceOf(StreamNotFoundError)
  })

  test('W10 an append without a name, without an expectation', async () => {
    const [stream, [first, second]] = [streamFor('w10'), ids(2)]
    const noExpectation = new streams.BatchAppendReq.Options().setStreamIdentifier(named(stream))
    const requests = [
      batchTo('', first, [proposedInBatch()]).setIsFinal(true),
      fragment(second, [proposedInBatch()]).setOptions(noExpectation).setIsFinal(true),
    ]
    expect((await raw.batchAppend(requests, 2, GIVING_UP_MS)).map(shown)).toMatchObject([
      { id: first, error: { code: 3, message: 'BadRequest' } },
      { id: second, error: { code: 3, message: 'BadRequest' } },
    ])
  })

  // A real server answers a second time after two seconds, which ends the process of the client.
  caseOfTheNode('22g a bad event is answered once, as a bad request', async () => {
    const stream = streamFor('22g')
    const bad: BatchAppendReq.ProposedMessage[] = [
      proposedInBatch({ type: '', 'content-type': 'application/json' }),
      proposedInBatch({ 'content-type': 'application/json' }),
      proposedInBatch({ type: 'Thing' }),
    ]
    const requests = bad.map((one) => batchTo(stream, randomUUID(), [one]).setIsFinal(true))
    const answers = await raw.batchAppend(requests, 3, GIVING_UP_MS)
    expect(answers.map(shown)).toMatchObject(requests.map(() => ({ stream, error: { code: 3, message: 'BadRequest' } })))
  })
})

const ids = <N extends number>(count: N) => Array.from({ length: count }, () => randomUUID()) as [string, string, string]

function readOf(stream: string) {
  const from = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(named(stream)).setStart(nothing())
  const text = new streams.ReadReq.Options.UUIDOption().setString(nothing())
  return new streams.ReadReq.Options().setStream(from).setCount('10').setNoFilter(nothing()).setUuidOption(text)
}

type Message = Awaited<ReturnType<RawCalls['read']>>['messages'][number]
const contentTypeOf = (message: Message) => message.getEvent()?.getEvent()?.getMetadataMap().get('content-type')
const textOf = (message: Message) => Buffer.from(message.getEvent()?.getEvent()?.getData_asU8() ?? []).toString()

function shown(answer: BatchAppendResp) {
  const error = answer.getError()
  return {
    id: answer.getCorrelationId()?.getString(),
    stream: Buffer.from(answer.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    ...(error === undefined
      ? { revision: answer.getSuccess()?.getCurrentRevision() }
      : { error: { code: error.getCode(), message: error.getMessage() } }),
  }
}
