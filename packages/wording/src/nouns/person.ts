import type { PersonAttribute, PersonEvent } from '@outstanding/domain'
import { asItIs, ofSeveral } from './attributes-of-several.ts'
import type { NounWords } from './noun-words.ts'

export const personWords: NounWords<PersonEvent, PersonAttribute> = {
  titles: {
    PersonRegistered: 'Person registered',
    PersonRenamed: 'Person renamed',
    PersonErased: 'Name removed',
    ErasureRefused: 'Removal of name refused',
  },
  sentences: {
    PersonRegistered: () => 'Person registered.',
    PersonRenamed: () => 'Name changed.',
    PersonErased: ({ reason }) => `Name removed: ${reason}`,
    ErasureRefused: ({ reason }) => `Removal of the name refused: ${reason}`,
  },
  attributes: {
    NAME: ofSeveral.NAME,
    REFUSED_ERASURE: { label: 'removal of name refused', words: asItIs },
  },
}
