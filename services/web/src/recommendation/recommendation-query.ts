import type { Operation } from '../asking/asking.ts'
import type { Recorded } from '../past/past-words.ts'
import type { SaidBy } from '../said/said.ts'
import type { EntryHead } from '../words/entries.ts'
import type { Schedule } from '../words/positions.ts'

type Decision = { readonly committeeName: string; readonly meetingOn: string; readonly minuteReference: string }
/** Something recorded, as it now stands: `entry` is its entry in the history. */
export type OnRecord = { readonly entry: string; readonly words: string; readonly effectiveOn: string }
type Category = { readonly code: string; readonly label: string } | null
export type Related = { readonly id: string; readonly reference: string | null; readonly localReference: string; readonly title: string }

type Assessed = OnRecord & {
  readonly category: string
  readonly meaning: string
  readonly completedOn: string | null
  readonly anticipatedCompletionDate: string | null
  readonly obstacle: string | null
}

export type HistoryEntry = EntryHead & {
  readonly words: string
  readonly position: string
  readonly void: boolean
  readonly corrects: string | null
  readonly correctedBy: readonly string[]
  readonly source: {
    readonly system: string
    readonly document: string | null
    readonly place: string | null
    readonly recordedOn: string | null
  } | null
}

export type RecommendationNode = Related & {
  readonly text: string | null
  readonly textToHand: boolean
  readonly illustrative: boolean
  readonly addressee: string | null
  readonly authority: string
  readonly recordedAt: string
  readonly withheld: string | null
  readonly themes: readonly string[]
  readonly place: {
    readonly document: string
    readonly page: string | null
    readonly paragraph: string | null
    readonly heading: string | null
  } | null
  readonly timescale: { readonly asPrinted: string | null; readonly grade: string; readonly months: number | null }
  readonly originalCompletionDate: string | null
  readonly revisedCompletionDate: string | null
  readonly derivation: { readonly words: string } | null
  readonly report: {
    readonly id: string
    readonly title: string
    readonly publisher: string
    readonly authorityName: string
    readonly publishedOn: string | null
    readonly publishedAsPrinted: string | null
    readonly seenIn: string | null
  }
  readonly owners: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly formerName: string | null
    readonly asPrinted: string | null
  }[]
  readonly position: {
    readonly response: string
    readonly delivery: string
    readonly tracking: string
    readonly schedule: Schedule & { readonly slippageDays: number | null }
    readonly assessment: {
      readonly proposed: string | null
      readonly agreed: string | null
      readonly category: Category
      readonly proposedCategory: Category
    }
  }
  readonly conclusionReason: string | null
  readonly responseRequired: { readonly dueOn: string; readonly computed: string; readonly instrument: string } | null
  readonly actions: readonly {
    readonly actionId: string
    readonly description: string | null
    readonly status: string
    readonly lead: string | null
    readonly dueOn: string | null
    readonly completedOn: string | null
    readonly abandonedBecause: string | null
  }[]
  readonly updates: readonly OnRecord[]
  readonly evidence: readonly (OnRecord & {
    readonly evidenceId: string
    readonly name: string
    readonly location: string
    readonly mediaType: string
    readonly digest: string
    readonly shows: string
    readonly tests: readonly { readonly testedBy: string; readonly found: string }[]
  })[]
  readonly proposals: readonly Assessed[]
  readonly assessments: readonly (Assessed & { readonly kind: string; readonly decision: Decision })[]
  readonly independentFindings: readonly (OnRecord & {
    readonly findingId: string
    readonly body: string
    readonly visit: string
    readonly direction: string
  })[]
  readonly stillNeeded: readonly { readonly entry: string; readonly words: string; readonly decision: Decision }[]
  readonly links: readonly {
    readonly entry: string
    readonly linkId: string
    readonly relation: string
    readonly targetKind: string
    readonly words: string | null
    readonly recommendation: (Related & { readonly report: { readonly title: string } }) | null
    readonly finding: { readonly reportId: string; readonly subject: string; readonly words: string } | null
  }[]
  readonly children: readonly Related[]
  readonly parent: Related | null
  readonly supersededBy: Related | null
  readonly mergedInto: Related | null
  readonly saidBy: readonly SaidBy[]
  readonly history: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: readonly { readonly node: HistoryEntry }[]
  }
}

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
