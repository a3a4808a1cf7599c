import type { Halt } from '@outstanding/projection'

/** Why nothing more is projected, and what to do, for the operator. */
export function haltInWords(halt: Halt): string {
  if (halt.kind === 'LOG')
    return `The projection is halted: ${halt.reason}. Nothing is projected and no checkpoint is signed. Restore the newest log, or the database from the same backup as the log: see infra/recovery.md.`
  if (halt.kind !== 'EVENT') return `The projection is halted: ${halt.reason}. Rebuild them with "outstanding rebuild".`
  const { index, type, revision, stream, reason } = halt
  if (halt.wasProjected)
    return `The projection is halted: this release cannot read event ${index} of the log (${type}, revision ${revision} of ${stream}), which an earlier release recorded: ${reason}. Install a release that can read it, or park its stream with "outstanding park ${stream}".`
  return `The projection is halted, complete up to the event before event ${index} of the log (${type}, revision ${revision} of ${stream}): ${reason}. Install a release that can read it, or park its stream with "outstanding park ${stream}".`
}
