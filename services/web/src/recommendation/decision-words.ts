import { longDate } from '@outstanding/wording'
import type { DecisionOfCommitteeFragment } from '../queries/queries.ts'

/** "Children’s Scrutiny Committee, 14 February 2018, minute 7". */
export const decisionWords = ({ committeeName, meetingOn, minuteReference }: DecisionOfCommitteeFragment): string =>
  `${committeeName}, ${longDate(meetingOn)}, minute ${minuteReference}`
