import type { CommitteeAttribute, CommitteeEvent } from '@outstanding/domain'
import { longDate } from '../dates.ts'
import { asItIs, ofSeveral } from './attributes-of-several.ts'
import type { NounWords } from './noun-words.ts'

export const committeeWords: NounWords<CommitteeEvent, CommitteeAttribute> = {
  titles: {
    CommitteeEstablished: 'Committee established',
    CommitteeRenamed: 'Committee renamed',
    CommitteeAbolished: 'Committee abolished',
  },
  sentences: {
    CommitteeEstablished: ({ name }) => `Committee established: ${name}.`,
    CommitteeRenamed: ({ name, formerName }) => `Renamed from ${formerName} to ${name}.`,
    CommitteeAbolished: ({ resolution }) => `Committee abolished${resolution === null ? '' : ` (${resolution.replace(/\.$/, '')})`}.`,
  },
  attributes: {
    SLUG: { label: 'slug', words: asItIs, inItsEntry: true },
    NAME: ofSeveral.NAME,
    FORMER_NAME: ofSeveral.FORMER_NAME,
    KIND: ofSeveral.KIND,
    REMIT: { label: 'remit', words: asItIs },
    QUORUM: { label: 'quorum', words: asItIs },
    LAST_DAY: { label: 'last day', words: (value: string) => longDate(value) },
    SUCCEEDED_BY: { label: 'succeeded by', words: asItIs },
  },
}
