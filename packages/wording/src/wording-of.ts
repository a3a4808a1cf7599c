import type { Change, EntryCorrected, PersonalDataRemoved, Value } from '@outstanding/domain'
import { isolatedWithin } from './isolated.ts'
import type { AnyNounWords, AttributeWords } from './nouns/noun-words.ts'
import { shortened } from './shortened.ts'
import { capital, readable } from './terms.ts'

/** A value that became another, in words. */
export type ChangeInWords = Change & {
  /** "agreed assessment" */
  readonly label: string
  /** "none" where there was none; as `afterWords` where it went. */
  readonly beforeWords: string
  readonly afterWords: string
  /** "Agreed assessment: none → 3: Not achieved (Progress made)", long texts shortened. */
  readonly words: string
}

const ofEveryNoun: AnyNounWords = {
  titles: { EntryCorrected: 'Entry corrected', PersonalDataRemoved: 'Personal data removed' },
  sentences: {
    EntryCorrected: ({ reason, change }: EntryCorrected['data']) =>
      `${change.kind === 'VOID' ? 'Entry recorded by mistake' : 'Entry corrected'}: ${reason}`,
    PersonalDataRemoved: ({ reason }: PersonalDataRemoved['data']) => `Text of an entry removed: ${reason}`,
  },
  attributes: {},
}

const maxLength = 120

/** The words of some nouns: titles and sentences of their events, labels and values of their attributes, and what an event changed. */
export function wordingOf(nouns: Readonly<Record<string, AnyNounWords>>) {
  const all = [ofEveryNoun, ...Object.values(nouns)]
  const titles = new Map(all.flatMap((noun) => Object.entries(noun.titles)))
  const sentences = new Map(all.flatMap((noun) => Object.entries(noun.sentences)))
  const attributes = new Map<string, AttributeWords>(all.flatMap((noun) => Object.entries(noun.attributes)))

  /** What a value is called, in lower case: "agreed assessment". */
  const fieldLabel = (field: string): string => attributes.get(field)?.label ?? readable(field)

  /** A value in words; "none" where there is none (null). Total: what a correction made strange is shown as it is. */
  function valueWords(field: string, value: Value['value']): string {
    if (value === null || value === undefined) return 'none'
    try {
      const words = attributes.get(field)?.words(isolatedWithin(value) as never)
      if (typeof words === 'string' && !isIncomplete(words, value)) return words
    } catch {
      // A replaced field of another shape than its own: no command writes it, but the log is read as it is.
    }
    return JSON.stringify(value)
  }

  const changeInWords = (change: Change): ChangeInWords => {
    const label = fieldLabel(change.field)
    const [beforeWords, afterWords] = [valueWords(change.field, change.before), valueWords(change.field, change.after)]
    const words = capital(`${label}: ${shortened(beforeWords, maxLength)} → ${shortened(afterWords, maxLength)}`)
    return { ...change, label, beforeWords, afterWords, words }
  }

  return {
    fieldLabel,
    valueWords,
    changeInWords,

    /** "Extension approved"; the words of the type's own name where a newer API sends one that we do not know. */
    eventTitle: (type: string): string => titles.get(type) ?? capital(type.replace(/(?<=[a-z])([A-Z])/g, ' $1').toLowerCase()),

    /**
     * What an entry says, in a sentence: the same for every interface. `data` is that of an event of ours, checked when it was
     * recorded; the type's name where the type is not known.
     */
    sentenceOf: (type: string, data: unknown): string => sentences.get(type)?.(isolatedWithin(data) as never) ?? type,

    /** What an event changed on its item, in one line: "Due: 28 February 2018 → 30 April 2018; tracking: open → concluded". */
    effectInWords(changes: readonly Change[]): string {
      const stated = changes.filter(({ field, before }) => before !== null || attributes.get(field)?.inItsEntry !== true)
      if (stated.length > 0)
        return capital(stated.map((change) => changeInWords(change).words.replace(/^./u, (letter) => letter.toLowerCase())).join('; '))
      return changes.length > 0
        ? 'Added to the record. Nothing else changed.'
        : 'No change: already recorded, or replaced by a later entry.'
    },
  }
}

/** Something that the words speak of is not there. */
const isIncomplete = (words: string, value: unknown): boolean => words.includes('undefined') && !JSON.stringify(value).includes('undefined')
