import type { FactType } from '@outstanding/domain'

/** Turns the data of one version of an event type into the data of the next. Pure; old events are never rewritten. */
export type Upcaster = (data: unknown, effectiveOn: string) => unknown

/** `[type][version]` is the step from that version to the next; an event type without an entry is at version 1. */
export type Upcasters<Type extends string = string> = { readonly [T in Type]?: { readonly [version: number]: Upcaster } }

/** Every step there has been since the first release. */
export const upcasters: Upcasters<FactType> = {}

const stepsOf = (type: string, steps: Upcasters) => (Object.hasOwn(steps, type) ? (steps[type] ?? {}) : {})

/** The version that is written today: one more than the last step. */
export const currentVersion = (type: string, steps: Upcasters = upcasters): number =>
  Math.max(1, ...Object.keys(stepsOf(type, steps)).map((version) => Number(version) + 1))

/** The data in today's form; null where the version is newer than this program or a step is missing. */
export function upcast(
  type: string,
  { version, data, effectiveOn }: { readonly version: number; readonly data: unknown; readonly effectiveOn: string },
  steps: Upcasters = upcasters,
): { readonly data: unknown } | null {
  const newest = currentVersion(type, steps)
  if (version > newest) return null
  let current = data
  for (let from = version; from < newest; from += 1) {
    const step = stepsOf(type, steps)[from]
    if (!step) return null
    current = step(current, effectiveOn)
  }
  return { data: current }
}
