import { comparePositions, type EventStore } from '@outstanding/event-store'
import { openReadModels } from '@outstanding/projection'
import type { HealthCheck } from '@outstanding/runtime'

export type SampleCheck = { readonly check: HealthCheck; close(): Promise<void> }

type Options = { readonly awaited: boolean; readonly eventStore: EventStore; readonly databaseUrl: string }

/**
 * Whether the sample register is loaded, as the parent process says, and projected up to where the log then was. Without one
 * to wait for, all is well at once.
 */
export function sampleCheck({ awaited, eventStore, databaseUrl }: Options): SampleCheck {
  if (!awaited) return { check: async () => undefined, close: async () => {} }
  const readModels = openReadModels({ databaseUrl, models: [], maxConnections: 1 })
  let isLoaded = false
  let isProjected = false
  let end: string | null = null
  process.on('message', (message) => {
    if ((message as { sampleIsLoaded?: boolean }).sampleIsLoaded) isLoaded = true
  })
  async function check(): Promise<string | undefined> {
    if (isProjected) return undefined
    if (!isLoaded) return 'is being loaded'
    end ??= await eventStore.head()
    const { position } = (await readModels.status()) ?? { position: null }
    isProjected = end === null || (position !== null && comparePositions(position, end) >= 0)
    return isProjected ? undefined : 'is being projected'
  }
  return { check, close: () => readModels.close() }
}
