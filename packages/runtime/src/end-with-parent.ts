/**
 * In a process that was started with a channel to its parent: runs `end` when the parent is gone, however it went.
 * Without such a channel it does nothing. The channel alone does not keep the process alive.
 */
export function endWithParent(end: () => void): void {
  if (!process.connected) return
  process.once('disconnect', end)
  process.channel?.unref()
}
