import { longDate } from '../words/dates.ts'
import { wordsFor } from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import type { RecommendationNode } from './recommendation-query.ts'

export type ActionShown = { readonly description: string; readonly status: Tag; readonly detail: string | null }
export type EvidenceShown = {
  readonly name: string
  readonly words: string
  readonly detail: string
  readonly digest: string
  readonly tests: readonly string[]
}

const statusTags: Readonly<Record<string, Tag>> = {
  PLANNED: { text: 'Planned', tone: 'grey' },
  STARTED: { text: 'Started', tone: 'blue' },
  COMPLETED: { text: 'Done', tone: 'green' },
  ABANDONED: { text: 'Abandoned', tone: 'purple' },
}

export function actionOf({
  description,
  status,
  lead,
  dueOn,
  completedOn,
  abandonedBecause,
}: RecommendationNode['actions'][number]): ActionShown {
  const detail = [
    lead,
    completedOn !== null ? `done ${longDate(completedOn)}` : dueOn !== null ? `due ${longDate(dueOn)}` : null,
    abandonedBecause,
  ].filter((part) => part !== null)
  return {
    description: description ?? 'Action',
    status: statusTags[status] ?? { text: wordsFor({}, status), tone: 'grey' },
    detail: detail.length === 0 ? null : detail.join(' · '),
  }
}

const showsWords: Readonly<Record<string, string>> = {
  OUTPUT: 'something done',
  OUTCOME: 'a result',
  ASSURANCE: 'a check',
  USER_VOICE: 'what users say',
}

export const evidenceOf = (item: RecommendationNode['evidence'][number]): EvidenceShown => ({
  name: item.name,
  words: item.words,
  detail: [`shows ${wordsFor(showsWords, item.shows)}`, item.location, longDate(item.effectiveOn)].join(' · '),
  digest: item.digest,
  tests: item.tests.map(({ testedBy, found }) => `Tested by ${testedBy}: ${found}`),
})
