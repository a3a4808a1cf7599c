import type { PolicyAttribute, PolicyEvent } from '@outstanding/domain'
import { longDate } from '../dates.ts'
import type { NounWords } from './noun-words.ts'

export const policyWords: NounWords<PolicyEvent, PolicyAttribute> = {
  titles: {
    PolicyAdopted: 'Tracking policy adopted',
  },
  sentences: {
    PolicyAdopted: ({ version }) => `Tracking policy adopted, version ${version}.`,
  },
  attributes: {
    ADOPTED_VERSION: {
      label: 'tracking policy',
      words: ({ version, from }: { version: number; from: string }) => `version ${version}, from ${longDate(from)}`,
    },
  },
}
