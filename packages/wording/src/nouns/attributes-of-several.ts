import type * as Domain from '@outstanding/domain'
import { longDate } from '../dates.ts'
import { directions, quotedOr } from '../finding-terms.ts'
import { committeeKinds, officeKinds, readable, reportKinds } from '../terms.ts'
import type { AttributeWords } from './noun-words.ts'

type Of<F, Type extends string> = Extract<F, { readonly type: Type; readonly data: unknown }>['data']

export const asItIs = (value: string | number): string => String(value)

/** The label names the kind of report, because a committee has an attribute of the same name. */
const kinds = { ...committeeKinds, ...officeKinds, ...reportKinds }

/** Attributes that several nouns have under one name: a label is asked for by the name alone. */
export const ofSeveral = {
  REFERENCE: { label: 'reference', words: asItIs, inItsEntry: true },
  TITLE: { label: 'title', words: asItIs, inItsEntry: true },
  ADDRESSEE: { label: 'addressed to', words: asItIs, inItsEntry: true },
  FINDING: {
    label: 'finding',
    words: (value: Of<Domain.RecommendationEvent, 'VisitFindingLinked'> | Of<Domain.ReportEvent, 'FindingRecorded'>) =>
      'area' in value
        ? `${value.area}: ${directions[value.direction]} (${value.body}, ${longDate(value.visitedOn)})`
        : `${value.subject}: ${directions[value.direction]}, ${quotedOr(value.words, value.textKind)}`,
    inItsEntry: true,
  },
  KIND: {
    label: 'kind',
    words: (value: Domain.ReportKind | Domain.OfficeKind | Domain.CommitteeKind) => kinds[value],
    inItsEntry: true,
  },
  FORMER_NAME: { label: 'former name', words: asItIs },
  NAME: {
    label: 'name',
    words: (value: string | { state: string }) => (typeof value === 'string' ? value : readable(value.state)),
  },
} as const satisfies Readonly<Record<string, AttributeWords>>
