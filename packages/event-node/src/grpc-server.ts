import { Server } from '@grpc/grpc-js'
import { guardAnswer, guardStream } from './access/guard.ts'
import { handleAppend } from './calls/append.ts'
import { handleBatchAppend } from './calls/batch-append.ts'
import { handleDelete } from './calls/delete.ts'
import { handleFeatures } from './calls/features.ts'
import { handleGossip } from './calls/gossip.ts'
import { handleRead } from './calls/read.ts'
import { limitCalls } from './calls/limit-calls.ts'
import type { NodeParts } from './node-parts.ts'
import { GossipService, ServerFeaturesService, StreamsService } from './wire/stubs.ts'

/**
 * The limits of the real server, so that what works here works there; see `limitCalls` for that on calls. The number of streams only
 * bounds what one connection can make wait: far above what `limitCalls` serves, as it is refused with an error.
 */
const LIMITS = {
  'grpc.max_concurrent_streams': 10_000,
  'grpc.max_receive_message_length': 16 * 1024 * 1024 - 10_000,
  'grpc.max_send_message_length': -1,
}

/**
 * Calls broken off in great numbers are no attack here, and the real server minds none: left to itself HTTP/2 in Node closes the whole
 * connection after a thousand, with every other call on it. Where a later gRPC library has these options elsewhere, that is what it does.
 */
const PATIENCE = { streamResetBurst: 1_000_000, streamResetRate: 1_000_000, maxSessionRejectedStreams: 1_000_000 }

/** All services of the node. `port` is asked when a client asks for the cluster. */
export function createGrpcServer(node: NodeParts, host: string, port: () => number): Server {
  const server = new Server(LIMITS)
  Object.assign((server as unknown as { commonServerOptions?: object }).commonServerOptions ?? {}, PATIENCE)
  const inTurn = limitCalls()
  const streams = {
    read: guardStream(node.gate, 'known only', inTurn(handleRead(node))),
    append: guardAnswer(node.gate, 'known only', inTurn(handleAppend(node))),
    // Somebody without a name may open this call: as on the real server each of its appends is refused by itself.
    batchAppend: guardStream(node.gate, 'anonymous too', inTurn(handleBatchAppend(node))),
    delete: guardAnswer(node.gate, 'known only', inTurn(handleDelete(node, 'delete'))),
    tombstone: guardAnswer(node.gate, 'known only', inTurn(handleDelete(node, 'tombstone'))),
  }
  server.addService(StreamsService, streams)
  // Clients ask for the cluster and for the features of the server without their credentials.
  server.addService(GossipService, { read: guardAnswer(node.gate, 'anonymous too', inTurn(handleGossip(host, port))) })
  const features = guardAnswer(node.gate, 'anonymous too', inTurn(handleFeatures(node)))
  server.addService(ServerFeaturesService, { getSupportedMethods: features })
  return server
}
