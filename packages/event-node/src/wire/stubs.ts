/** The only file that knows the messages generated from the protocol's definitions, which the client package ships. */
import type { MethodDefinition } from '@grpc/grpc-js'
import gossipServices from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import gossip from '@eventstore/db-client/generated/gossip_pb.js'
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import status from '@eventstore/db-client/generated/status_pb.js'
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import any from 'google-protobuf/google/protobuf/any_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import type { AppendRequest, BatchAppendRequest } from './append-request.ts'
import { readAppendRequest, readBatchAppendRequest } from './append-request.ts'

export { any, empty, features, gossip, shared, status, streams }
export type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js'
export type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js'
export type { DeleteReq, ReadReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js'

const service = streamServices.StreamsService

/** Answers of the Streams service are made as bytes, so nothing is left to serialise. */
function asBytes<Request>(definition: MethodDefinition<Request, never>): MethodDefinition<Request, Buffer> {
  return { ...definition, responseSerialize: (message: Buffer) => message, responseDeserialize: (bytes: Buffer) => bytes }
}

/** The Streams service, its frequent requests read by our own readers. */
export const StreamsService = {
  read: asBytes(service.read as unknown as MethodDefinition<InstanceType<typeof streams.ReadReq>, never>),
  append: asBytes({ ...service.append, requestDeserialize: readAppendRequest } as unknown as MethodDefinition<AppendRequest, never>),
  batchAppend: asBytes({ ...service.batchAppend, requestDeserialize: readBatchAppendRequest } as unknown as MethodDefinition<
    BatchAppendRequest,
    never
  >),
  delete: asBytes(service.delete as unknown as MethodDefinition<InstanceType<typeof streams.DeleteReq>, never>),
  tombstone: asBytes(service.tombstone as unknown as MethodDefinition<InstanceType<typeof streams.TombstoneReq>, never>),
}
export const GossipService = gossipServices.GossipService
export const ServerFeaturesService = featureServices.ServerFeaturesService
