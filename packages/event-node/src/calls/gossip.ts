import { randomUUID } from 'node:crypto'
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import { structuredHalves } from '../wire/event-id.ts'
import type { ClusterInfo } from '../wire/stubs.ts'
import { gossip, shared } from '../wire/stubs.ts'

/** Addresses that listen everywhere and so cannot be dialled. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])

/** Gossip.Read: a cluster of one, the live leader, at an address that the client can reach. */
export function handleGossip(
  address: string,
  port: () => number,
): (call: ServerUnaryCall<unknown, ClusterInfo>, answer: sendUnaryData<ClusterInfo>) => void {
  const { most, least } = structuredHalves(randomUUID())
  const instance = new shared.UUID.Structured().setMostSignificantBits(String(most)).setLeastSignificantBits(String(least))
  return (call, answer) => {
    const reachable = EVERYWHERE.has(address) ? hostOf(call.getHost()) : address
    const member = new gossip.MemberInfo()
    member.setInstanceId(new shared.UUID().setStructured(instance))
    member.setTimeStamp(`${Date.now()}0000`)
    member.setState(gossip.MemberInfo.VNodeState.LEADER)
    member.setIsAlive(true)
    member.setHttpEndPoint(new gossip.EndPoint().setAddress(reachable).setPort(port()))
    answer(null, new gossip.ClusterInfo().setMembersList([member]))
  }
}

/** The host of an authority, without its port. */
function hostOf(authority: string): string {
  return authority.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
}
