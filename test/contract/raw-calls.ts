import { randomUUID } from 'node:crypto'
import grpc from '@grpc/grpc-js'
import type { Metadata, ServiceError } from '@grpc/grpc-js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import services from '@eventstore/db-client/generated/streams_grpc_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js'
import type { StoreUnderTest } from './store-under-test.ts'

/** How a call ended. */
export type Status = { readonly code: number; readonly details: string; readonly exception: string | undefined }

/** Calls below the client, for what the client never sends. */
export type RawCalls = {
  append(...requests: AppendReq[]): Promise<AppendResp | Status>
  /** Sends all; gives so many answers, and what else comes in the time after the last of them. */
  batchAppend(requests: readonly BatchAppendReq[], answers: number, afterwardsMs?: number): Promise<BatchAppendResp[]>
  /** The messages, and how it ended; undefined where it had not within the time. */
  read(options: ReadReq.Options, withinMs?: number): Promise<{ readonly messages: ReadResp[]; readonly status: Status | undefined }>
  /** A subscription: its messages as they come. */
  follow(options: ReadReq.Options): { readonly messages: ReadResp[]; cancel(): void }
  close(): void
}

export function rawCalls({ hosts, parameters, authority, credentials }: ReturnType<StoreUnderTest['connection']>): RawCalls {
  const isPlain = parameters.get('tls') === 'false'
  const channel = isPlain ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(authority)
  const client = new services.StreamsClient(hosts[0] as string, channel)
  const metadata = new grpc.Metadata()
  if (credentials !== undefined && !isPlain) {
    metadata.set('authorization', `Basic ${Buffer.from(decodeURIComponent(credentials)).toString('base64')}`)
  }
  return {
    append: (...requests) =>
      new Promise((resolve) => {
        const call = client.append(metadata, (error, answer) => resolve(error ? statusOf(error) : answer))
        for (const request of requests) call.write(request)
        call.end()
      }),
    batchAppend: (requests, expected, afterwardsMs = 0) =>
      new Promise((resolve, reject) => {
        const call = client.batchAppend(metadata)
        const answers: BatchAppendResp[] = []
        call.on('data', (answer: BatchAppendResp) => {
          answers.push(answer)
          if (answers.length === expected) setTimeout(() => call.cancel(), afterwardsMs)
        })
        call.on('error', (error: ServiceError) => (error.code === grpc.status.CANCELLED ? resolve(answers) : reject(error)))
        for (const request of requests) call.write(request)
      }),
    read: (options, withinMs = 60_000) =>
      new Promise((resolve) => {
        const call = client.read(new streams.ReadReq().setOptions(options), metadata)
        const messages: ReadResp[] = []
        const timer = setTimeout(() => {
          resolve({ messages, status: undefined })
          call.cancel()
        }, withinMs)
        call.on('data', (message: ReadResp) => messages.push(message))
        call.on('error', () => {})
        call.on('status', (status: { code: number; details: string; metadata: Metadata }) => {
          clearTimeout(timer)
          resolve({ messages, status: statusOf(status) })
        })
      }),
    follow(options) {
      const call = client.read(new streams.ReadReq().setOptions(options), metadata)
      const messages: ReadResp[] = []
      call.on('data', (message: ReadResp) => messages.push(message))
      call.on('error', () => {})
      return { messages, cancel: () => call.cancel() }
    },
    close: () => client.close(),
  }
}

export const nothing = (): InstanceType<typeof shared.Empty> => new shared.Empty()
export const named = (stream: string): InstanceType<typeof shared.StreamIdentifier> =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream))

/** The options of a classic append at any revision. */
export function appendTo(stream: string): AppendReq {
  return new streams.AppendReq().setOptions(new streams.AppendReq.Options().setStreamIdentifier(named(stream)).setAny(nothing()))
}

/** The options of a batch append at any revision, with its first events. */
export function batchTo(stream: string, id: string, events: readonly BatchAppendReq.ProposedMessage[] = []): BatchAppendReq {
  // Its own kind of empty message is as empty.
  const any = nothing() as unknown as Parameters<BatchAppendReq.Options['setAny']>[0]
  return fragment(id, events).setOptions(new streams.BatchAppendReq.Options().setStreamIdentifier(named(stream)).setAny(any))
}

export function fragment(id: string, events: readonly BatchAppendReq.ProposedMessage[] = []): BatchAppendReq {
  return new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(id)).setProposedMessagesList([...events])
}

type Part = 'type' | 'content-type'
/** What every event has to say of itself. */
const PARTS: Readonly<Record<Part, string>> = { type: 'Thing', 'content-type': 'application/json' }

export function proposed(parts: Partial<Record<Part, string>> = PARTS, data = '{"n":1}'): AppendReq.ProposedMessage {
  return fill(new streams.AppendReq.ProposedMessage(), parts, data)
}

export function proposedInBatch(parts: Partial<Record<Part, string>> = PARTS, data = '{"n":1}'): BatchAppendReq.ProposedMessage {
  return fill(new streams.BatchAppendReq.ProposedMessage(), parts, data)
}

function fill<M extends AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage>(
  message: M,
  parts: Partial<Record<Part, string>>,
  data: string,
): M {
  message.setId(new shared.UUID().setString(randomUUID())).setData(Buffer.from(data))
  for (const [part, value] of Object.entries(parts)) message.getMetadataMap().set(part, value)
  return message
}

function statusOf({ code, details, metadata }: { code: number; details: string; metadata: Metadata }): Status {
  return { code, details, exception: metadata.get('exception')[0]?.toString() }
}
