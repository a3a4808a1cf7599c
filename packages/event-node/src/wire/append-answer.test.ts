import { expect, test } from 'vitest'
import type { BatchRefusal } from './append-answer.ts'
import { encodeAppendSuccess, encodeBatchRefusal, encodeBatchSuccess, encodePosition, encodeWrongExpectedVersion } from './append-answer.ts'
import { ANY, NO_STREAM, STREAM_EXISTS } from './append-request.ts'
import { shared, streams } from './stubs.ts'

const correlation = Buffer.from(new shared.UUID().setString('aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb').serializeBinary())
const stream = Buffer.from('orders')
/** Above 2^32, as positions soon are. */
const position = 123_456_789_012

test('a success says the last revision and the position, or that there is none', () => {
  const some = streams.AppendResp.deserializeBinary(encodeAppendSuccess({ revision: 4, position })).getSuccess()
  expect([some?.getCurrentRevision(), some?.getPosition()?.getCommitPosition(), some?.getPosition()?.getPreparePosition()]).toEqual([
    '4',
    String(position),
    String(position),
  ])
  const none = streams.AppendResp.deserializeBinary(encodeAppendSuccess({ revision: -1, position: undefined })).getSuccess()
  expect([none?.hasNoStream(), none?.hasNoPosition(), none?.hasCurrentRevision(), none?.hasPosition()]).toEqual([true, true, false, false])
  expect(streams.DeleteResp.deserializeBinary(encodePosition(position)).getPosition()?.getCommitPosition()).toBe(String(position))
})

test('a batch success echoes the correlation id and the stream', () => {
  const answer = streams.BatchAppendResp.deserializeBinary(encodeBatchSuccess(correlation, stream, { revision: 0, position }))
  expect(answer.getCorrelationId()?.getString()).toBe('aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb')
  expect(Buffer.from(answer.getStreamIdentifier()?.getStreamName_asU8() ?? [])).toEqual(stream)
  expect([answer.getSuccess()?.getCurrentRevision(), answer.getSuccess()?.getPosition()?.getCommitPosition()]).toEqual([
    '0',
    String(position),
  ])
})

test.each([
  [NO_STREAM, 'hasExpectedNoStream'],
  [ANY, 'hasExpectedAny'],
  [STREAM_EXISTS, 'hasExpectedStreamExists'],
  [5n, 'hasExpectedRevision'],
] as const)('a classic conflict with the expectation %s', (expected, has) => {
  const conflict = streams.AppendResp.deserializeBinary(encodeWrongExpectedVersion(expected, 2)).getWrongExpectedVersion()
  expect(conflict?.[has]()).toBe(true)
  expect([conflict?.getCurrentRevision(), conflict?.getCurrentRevision2060()]).toEqual(['2', 2])
  expect(
    streams.AppendResp.deserializeBinary(encodeWrongExpectedVersion(expected, -1)).getWrongExpectedVersion()?.hasCurrentNoStream(),
  ).toBe(true)
})

test.each<[BatchRefusal, number, string]>([
  [{ kind: 'wrongExpectedVersion', expected: 5n, actual: 0 }, 6, 'WrongExpectedVersion'],
  [{ kind: 'streamDeleted' }, 5, 'StreamDeleted'],
  [{ kind: 'accessDenied' }, 7, 'AccessDenied'],
  [{ kind: 'timeout' }, 4, 'Timeout'],
  [{ kind: 'maximumAppendSizeExceeded', limit: 1_048_576 }, 3, 'MaximumAppendSizeExceeded'],
  [{ kind: 'badRequest', message: 'no' }, 3, 'BadRequest'],
])('a batch refusal of its own kind, number %#', (refusal, code, name) => {
  const status = streams.BatchAppendResp.deserializeBinary(encodeBatchRefusal(correlation, stream, refusal)).getError()
  expect([status?.getCode(), status?.getMessage(), status?.getDetails()?.getTypeUrl()]).toEqual([
    code,
    name,
    `type.googleapis.com/event_store.client.${name}`,
  ])
})

test('a batch conflict carries both versions', () => {
  const refusal = { kind: 'wrongExpectedVersion', expected: NO_STREAM, actual: 2 } as const
  const status = streams.BatchAppendResp.deserializeBinary(encodeBatchRefusal(correlation, stream, refusal)).getError()
  const conflict = status?.getDetails()?.unpack(shared.WrongExpectedVersion.deserializeBinary, 'event_store.client.WrongExpectedVersion')
  expect([conflict?.getCurrentStreamRevision(), conflict?.hasExpectedNoStream()]).toEqual(['2', true])
})
