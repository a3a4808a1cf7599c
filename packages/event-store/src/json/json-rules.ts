import canonicalize from 'canonicalize'

/** What of a value cannot stand in the log, with the path to it; null when all of it can. */
export type JsonFault = { readonly path: string; readonly rule: string }

/**
 * The rules of every value that is written for ever: plain JSON, integers within ±2^53 (decimals are strings), no lone surrogate
 * in a text or a key, no negative zero. What passes survives `JSON.parse` and RFC 8785 canonicalisation unchanged.
 */
export function faultOf(value: unknown, path = ''): JsonFault | null {
  if (value === null || typeof value === 'boolean') return null
  if (typeof value === 'string') return value.isWellFormed() ? null : { path, rule: 'a text holds a lone surrogate' }
  if (typeof value === 'number') return numberFault(value, path)
  if (Array.isArray(value)) return firstFault(value.entries(), path)
  if (typeof value !== 'object') return { path, rule: `${typeof value} is not JSON` }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return { path, rule: 'not a plain object' }
  return firstFault(Object.entries(value), path)
}

/** Whether the value comes back the same, as bytes, after a way through the log and canonicalisation (RFC 8785). */
export function survives(value: unknown): boolean {
  const written = JSON.stringify(value)
  if (written === undefined) return false
  return canonicalize(JSON.parse(written)) === canonicalize(value)
}

/** The same value without properties that are `undefined`, which JSON cannot say. */
export function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutUndefined(item)) as T
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutUndefined(inner)])) as T
}

function firstFault(entries: Iterable<[string | number, unknown]>, path: string): JsonFault | null {
  for (const [key, inner] of entries) {
    const at = path === '' ? String(key) : `${path}.${key}`
    if (typeof key === 'string' && (!key.isWellFormed() || key === '__proto__')) return { path: at, rule: 'a key that JSON cannot carry' }
    const fault = faultOf(inner, at)
    if (fault) return fault
  }
  return null
}

function numberFault(value: number, path: string): JsonFault | null {
  if (!Number.isSafeInteger(value)) return { path, rule: 'a number must be an integer within ±2^53; write decimals as strings' }
  return Object.is(value, -0) ? { path, rule: 'negative zero' } : null
}
