import type { PersonEvent } from './events.ts'
import { attribute, type AttributeReader } from '../kernel/provenance/attribute.ts'
import { personDecider, type PersonState } from './person.ts'

export type PersonAttribute = 'NAME' | 'REFUSED_ERASURE'

/** A name is said to be there, never what it is. `seal` tells one sealed name from another. */
export const personAttributes: AttributeReader<PersonState, PersonEvent, PersonAttribute> = {
  initial: personDecider.initial,
  evolve: personDecider.evolve,
  values: (state) => {
    switch (state.kind) {
      case 'UNKNOWN':
        return []
      case 'ERASED':
        return attribute('NAME', { state: 'REMOVED', reason: state.reason })
      default:
        return [
          ...attribute('NAME', { state: 'SEALED', seal: state.name.iv }),
          ...state.refusals.flatMap((reason, index) => attribute('REFUSED_ERASURE', reason, String(index + 1))),
        ]
    }
  },
}
