import type { Operation } from '../asking/asking.ts'
import type { Recorded } from '../past/past-words.ts'
import type { RecommendationNode } from './recommendation-node.ts'

const related = 'id reference localReference title'
const assessed = 'entry category meaning words effectiveOn completedOn anticipatedCompletionDate obstacle'
const decision = 'decision { committeeName meetingOn minuteReference }'
const head = 'id type effectiveOn recordedAt actor { role name onBehalfOf { name } }'
const entry = `${head} words position void corrects correctedBy source { system document place recordedOn }`

/** The values that the page shows and that are not an entry's own. */
const saidFields = [
  'TITLE',
  'TEXT',
  'TIMESCALE',
  'ORIGINAL_COMPLETION_DATE',
  'REVISED_COMPLETION_DATE',
  'THEME',
  'OWNER',
  'RESPONSE',
  'DELIVERY',
  'ASSESSMENT_PROPOSED',
  'ASSESSMENT_AGREED',
  'SCHEDULE',
  'TRACKING',
  'ACTION',
]

export type RecommendationData = { readonly recommendation: RecommendationNode | null; readonly position: Recorded }
type RecommendationVariables = { readonly id: string; readonly asAt: string | null; readonly asKnownAt: string | null }

/** One recommendation as it stands, or stood, with the first hundred entries of its history. */
export const recommendationQuery: Operation<RecommendationData, RecommendationVariables> = {
  name: 'RecommendationPage',
  text: `query RecommendationPage($id: ID!, $asAt: Date, $asKnownAt: String) {
  recommendation(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) {
    ${related} text textToHand illustrative addressee authority recordedAt withheld themes
    place { document page paragraph heading }
    timescale { asPrinted grade months }
    originalCompletionDate revisedCompletionDate derivation { words }
    report { id title publisher authorityName publishedOn publishedAsPrinted seenIn }
    owners { id name role formerName asPrinted }
    position {
      response delivery tracking
      schedule { state daysOverdue daysUntilDue dueOn slippageDays }
      assessment { proposed agreed category { code label } proposedCategory { code label } }
    }
    conclusionReason
    responseRequired { dueOn computed instrument }
    actions { actionId description status lead dueOn completedOn abandonedBecause }
    updates { entry words effectiveOn }
    evidence { entry evidenceId name words location mediaType digest shows effectiveOn tests { testedBy found } }
    proposals { ${assessed} }
    assessments { ${assessed} kind ${decision} }
    independentFindings { entry findingId body visit words direction effectiveOn }
    stillNeeded { entry words ${decision} }
    links { entry linkId relation targetKind words recommendation { ${related} report { title } } finding { reportId subject words } }
    children { ${related} }
    parent { ${related} }
    supersededBy { ${related} }
    mergedInto { ${related} }
    saidBy(fields: [${saidFields.join(', ')}]) { field key entries { ${head} corrects } corrected { ${head} } }
    history(first: 100) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ${entry} } }
    }
  }
  position(asKnownAt: $asKnownAt) { events recordedAt recordedFrom }
}`,
}

type MoreVariables = RecommendationVariables & { readonly after: string }

/** The next hundred entries. */
export const moreHistoryQuery: Operation<{ readonly recommendation: Pick<RecommendationNode, 'history'> | null }, MoreVariables> = {
  name: 'RecommendationHistory',
  text: `query RecommendationHistory($id: ID!, $asAt: Date, $asKnownAt: String, $after: String!) {
  recommendation(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) {
    history(first: 100, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ${entry} } }
    }
  }
}`,
}
