import type { PersonEvent } from './events.ts'
import { attribute, type AttributeReader } from '../kernel/provenance/attribute.ts'
import { personDecider, type PersonState } from './person.ts'

export type PersonAttribute = 'NAME' | 'REFUSED_ERASURE'

/** Shows that a name exists, never the name itself. `seal` distinguishes sealed names. */
export const personAttributes: AttributeReader<PersonState, PersonEvent, PersonAttribute> = {
  initial: personDecider.initial,
  evolve: personDecider.evolve,
  values: (state) => {
    switch (state.kind) {
      case 'UNKNOWN':
        return []
      case 'ERASED':
        return attribute('NAME', { state: 'REMOVED', reason: state.reason })
      case 'REGISTERED':
        return [
          ...attribute('NAME', { state: 'SEALED', seal: state.name.iv }),
          ...state.refusals.flatMap((reason, index) => attribute('REFUSED_ERASURE', reason, String(index + 1))),
        ]
    }
  },
}
