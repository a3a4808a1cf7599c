import { Metadata, status } from '@grpc/grpc-js'
import type { sendUnaryData } from '@grpc/grpc-js'
import type { NodeParts } from '../node-parts.ts'
import type { SupportedMethods } from '../wire/stubs.ts'
import { features } from '../wire/stubs.ts'

/** The server whose answers this node was held against; clients read the version to know what they may expect. */
export const COMPATIBLE_WITH = '23.10.8'

const STREAMS = 'event_store.client.streams.streams'
const SERVED: readonly { service: string; method: string; features?: string[]; isDelete?: true }[] = [
  { service: STREAMS, method: 'append' },
  { service: STREAMS, method: 'batchappend', features: ['deadline_duration'] },
  { service: STREAMS, method: 'read', features: ['position', 'events'] },
  { service: STREAMS, method: 'delete', isDelete: true },
  { service: STREAMS, method: 'tombstone', isDelete: true },
  { service: 'event_store.client.gossip.gossip', method: 'read' },
  { service: 'event_store.client.server_features.serverfeatures', method: 'getsupportedmethods' },
]

/** ServerFeatures.GetSupportedMethods: what this node serves, in the lower case that the clients look for. */
export function handleFeatures(node: NodeParts): (call: unknown, answer: sendUnaryData<SupportedMethods>) => void {
  return (_call, answer) => {
    if (node.faults.withoutFeatures?.()) {
      return answer({ code: status.UNIMPLEMENTED, details: 'The method is not implemented.', metadata: new Metadata() })
    }
    const supported = new features.SupportedMethods()
    supported.setEventStoreServerVersion(COMPATIBLE_WITH)
    for (const { service, method, features: names = [], isDelete } of SERVED) {
      if (isDelete && !node.allowDeletes) continue
      supported.addMethods(new features.SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(names))
    }
    answer(null, supported)
  }
}
