import type { SaidBy } from '../said/said.ts'
import type { EntryHead } from '../words/entries.ts'
import type { Schedule } from '../words/positions.ts'

/* What the API answers of one recommendation, as `recommendationQuery` asks it. */

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
