import type { PersonEvent } from './events.ts'
import { said, type Telling } from '../said/value.ts'
import { personDecider, type PersonState } from './person.ts'

export type PersonField = 'NAME' | 'REFUSED_ERASURE'

/** A name is said to be there, never what it is. `seal` tells one sealed name from another. */
export const personTelling: Telling<PersonState, PersonEvent, PersonField> = {
  initial: personDecider.initial,
  evolve: personDecider.evolve,
  values: (state) => {
    switch (state.kind) {
      case 'UNKNOWN':
        return []
      case 'ERASED':
        return said('NAME', { state: 'REMOVED', reason: state.reason })
      default:
        return [
          ...said('NAME', { state: 'SEALED', seal: state.name.iv }),
          ...state.refusals.flatMap((reason, index) => said('REFUSED_ERASURE', reason, String(index + 1))),
        ]
    }
  },
}
