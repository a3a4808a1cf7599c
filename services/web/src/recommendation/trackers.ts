import { committeeTrackings, conclusions, labelOf, longDate, termOf } from '@outstanding/wording'
import type { Fact } from './fact.ts'
import type { RecommendationNode } from './recommendation-node.ts'
import type { SourcesOf } from '../provenance/sources.ts'

type Tracker = RecommendationNode['trackedBy'][number]

/** Each committee that took tracking on, with what it decided: one by one, for one committee does not speak for another. */
export const trackersOf = ({ trackedBy }: RecommendationNode, sourcesOf: SourcesOf): readonly Fact[] =>
  trackedBy.map((tracker) => ({
    name: `Tracked by ${tracker.committeeName}`,
    value: labelOf(committeeTrackings, tracker.tracking),
    detail: detailOf(tracker, trackedBy),
    sources: sourcesOf(tracker.committeeName, 'TRACKED_BY', tracker.committee),
  }))

const detailOf = ({ since, agreed, agreedLabel, conclusionReason, handedTo, setsDate }: Tracker, all: readonly Tracker[]): string =>
  [
    `since ${longDate(since)}`,
    agreed === null || handedTo !== null ? '' : `agreed ${agreed} ${agreedLabel ?? ''}`.trim(),
    conclusionReason === null || handedTo !== null ? '' : `concluded as ${termOf(conclusions, conclusionReason)}`,
    handedTo === null ? '' : `to ${all.find(({ committee }) => committee === handedTo)?.committeeName ?? handedTo}`,
    setsDate && all.length > 1 ? 'sets the completion date' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
