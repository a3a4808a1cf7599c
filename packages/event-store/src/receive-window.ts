/** What we use of the client's gRPC channel. */
export type Channel = { close(): void; readonly internalChannel?: { getOptions?(): Record<string, unknown> } }

const receiveWindowBytes = 1_048_576

/**
 * What the server may send before we have taken it. HTTP/2 begins with 64 KiB, which we take in less than a millisecond and then wait
 * for more; the client has no option for it. Where a later gRPC library has it elsewhere, it stays as it was.
 */
export function withReceiveWindow(channel: Channel): Channel {
  const options = channel.internalChannel?.getOptions?.()
  if (options) options['grpc-node.flow_control_window'] = receiveWindowBytes
  return channel
}
