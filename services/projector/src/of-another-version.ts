import type { Current, ReadModel } from '@outstanding/projection'
import { readModelVersion } from '@outstanding/projection'

/** Why a projector of these read models must leave alone what is current. */
export const ofAnotherVersion = (current: Current | null, models: readonly ReadModel[]): string =>
  `read models of version ${current?.version ?? 'none'} are current; this release writes version ${readModelVersion(models)}`
