import { actionStatuses, dateWords, evidenceForms, evidenceKinds, labelOf, longDate, termOf } from '@outstanding/wording'
import type { Tag } from '../words/positions.ts'
import type { ActionStatus } from '../queries/queries.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import type { Sources, SourcesOf } from '../provenance/sources.ts'

export type ActionShown = {
  readonly description: string
  readonly status: Tag
  readonly detail: string | null
  readonly sources: Sources | null
}
/** A document, a visit, an oral report or a web page, once, with everything that it is evidence of. */
export type EvidenceShown = {
  readonly document: string
  /** Null where it is no file. */
  readonly digest: string | null
  readonly address: string | null
  readonly pieces: readonly { readonly words: string; readonly detail: string; readonly tests: readonly string[]; readonly entry: string }[]
}

const statusTones: Readonly<Record<ActionStatus, Tag['tone']>> = {
  PLANNED: 'grey',
  STARTED: 'blue',
  COMPLETED: 'green',
  ABANDONED: 'purple',
}

export function actionOf(action: RecommendationNode['actions'][number], sourcesOf: SourcesOf): ActionShown {
  const { description, status, lead, dueOn, dueOnPrecision, completedOn, abandonedBecause } = action
  const detail = [
    lead,
    completedOn !== null ? `completed ${longDate(completedOn)}` : dueOn !== null ? `due ${dateWords(dueOn, dueOnPrecision)}` : null,
    abandonedBecause,
  ].filter((part) => part !== null)
  return {
    description: description ?? 'Action',
    status: { text: labelOf(actionStatuses, status), tone: statusTones[status] ?? 'grey' },
    detail: detail.length === 0 ? null : detail.join(' · '),
    sources: sourcesOf(description ?? 'Action', 'ACTION', action.actionId),
  }
}

type Evidence = RecommendationNode['evidence'][number]

/** By document, in the order in which each was first attached. */
export const evidenceOf = (evidence: readonly Evidence[]): readonly EvidenceShown[] =>
  [...Map.groupBy(evidence, ({ form, digest, address, name }) => `${form} ${digest} ${address} ${name}`).values()].flatMap((pieces) => {
    const [first] = pieces
    return first === undefined
      ? []
      : [{ document: documentOf(first), digest: first.digest, address: first.address, pieces: pieces.map(pieceOf) }]
  })

/** "Visit: Team base"; a file by its name alone. */
const documentOf = ({ form, name }: Evidence): string => (form === 'FILE' ? name : `${labelOf(evidenceForms, form)}: ${name}`)

const pieceOf = (item: Evidence): EvidenceShown['pieces'][number] => ({
  words: item.words,
  detail: [`Evidence of: ${termOf(evidenceKinds, item.shows)}`, item.location, dateWords(item.effectiveOn, item.effectiveOnPrecision)].join(
    ' · ',
  ),
  entry: item.entry,
  tests: item.tests.map(({ testedBy, found }) => `Tested by ${testedBy}: ${found}`),
})
