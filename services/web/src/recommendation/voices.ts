import { longDate } from '../words/dates.ts'
import { wordsFor } from '../words/positions.ts'
import type { RecommendationNode } from './recommendation-node.ts'

export type Voice = {
  readonly voice: string
  readonly text: string
  readonly words: string
  readonly detail: string
  readonly entry: string
}

const meaningWords: Readonly<Record<string, string>> = {
  ACHIEVED_ON_TIME: 'achieved on time',
  ACHIEVED_LATE: 'achieved late',
  PROGRESS_MADE: 'not achieved, progress made',
  OBSTACLE: 'not achieved, an obstacle',
  INSUFFICIENT_PROGRESS: 'not achieved, insufficient progress',
  IN_PROGRESS: 'in progress',
}

const categoryWords = ({ category, meaning }: { category: string; meaning: string }): string =>
  `Category ${category}: ${meaningWords[meaning] ?? wordsFor({}, meaning)}`

const directionWords: Readonly<Record<string, string>> = { IMPROVED: 'improved', UNCHANGED: 'unchanged', WORSE: 'worse' }

export const decisionWords = ({
  committeeName,
  meetingOn,
  minuteReference,
}: {
  committeeName: string
  meetingOn: string
  minuteReference: string
}): string => `${committeeName}, ${longDate(meetingOn)}, minute ${minuteReference}`

/** One officer may type both sides; then it is said. */
const samePerson = ({ recordedBySamePerson }: { recordedBySamePerson: boolean }): string =>
  recordedBySamePerson ? 'recorded by the same person who recorded the proposal' : ''

/** Three voices that never overwrite each other: the proposal, the committee, and others who looked. Newest first. */
export function voicesOf({ proposals, assessments, independentFindings }: RecommendationNode): readonly Voice[] {
  const dates = ({ completedOn, anticipatedCompletionDate, obstacle }: RecommendationNode['proposals'][number]): string =>
    [
      completedOn === null ? '' : `completed ${longDate(completedOn)}`,
      anticipatedCompletionDate === null ? '' : `expected ${longDate(anticipatedCompletionDate)}`,
      obstacle === null ? '' : `obstacle: ${obstacle}`,
    ]
      .filter((part) => part !== '')
      .join(' · ')
  const voices = [
    ...proposals.map((said) => ({
      entry: said.entry,
      on: said.effectiveOn,
      voice: 'Proposed',
      text: categoryWords(said),
      words: said.words,
      detail: [longDate(said.effectiveOn), dates(said)].filter((part) => part !== '').join(' · '),
    })),
    ...assessments.map((said) => ({
      entry: said.entry,
      on: said.effectiveOn,
      voice: said.kind === 'OWN' ? 'Committee’s own' : 'Agreed',
      text: categoryWords(said),
      words: said.words,
      detail: [decisionWords(said.decision), dates(said), samePerson(said)].filter((part) => part !== '').join(' · '),
    })),
    ...independentFindings.map((said) => ({
      entry: said.entry,
      on: said.effectiveOn,
      voice: 'Independent',
      text: `Found ${wordsFor(directionWords, said.direction)}`,
      words: said.words,
      detail: `${said.body}, ${said.visit}, ${longDate(said.effectiveOn)}`,
    })),
  ]
  return voices
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ voice, text, words, detail, entry }) => ({ voice, text, words, detail, entry }))
}
