const KEPT_LINES = 3
/** PostgreSQL says these to its clients, too: nothing ends because of them. */
const NO_REASON = /the database system is|terminating connection|connection to client lost/

/** Why a PostgreSQL ended, from the end of its log, as one sentence: its last fatal message and its last lines. Empty if there are none. */
export function reasonIn(log: string): string {
  const lines = log
    .trim()
    .split('\n')
    .map((line) => line.replace(/^[\d-]+ [\d:.]+ UTC \[\d+\] /, '').trim())
  const since = lines.slice(lines.findLastIndex((line) => line.includes('ready to accept connections')) + 1)
  const gaveUp = since.slice(0, -KEPT_LINES).findLast((line) => /^(PANIC|FATAL):/.test(line) && !NO_REASON.test(line))
  return [...(gaveUp === undefined ? [] : [gaveUp]), ...since.slice(-KEPT_LINES)].join('; ')
}
