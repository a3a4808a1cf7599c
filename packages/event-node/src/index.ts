/**
 * The embedded event node: an event store that speaks the EventStoreDB wire protocol (Streams, ServerFeatures, Gossip)
 * and keeps its log in PostgreSQL. One node has one database; a second one is refused.
 */
export { startEventNode } from './start-event-node.ts'
export type { EventNode, EventNodeOptions } from './start-event-node.ts'
export type { AppendSeen, Faults } from './faults.ts'
