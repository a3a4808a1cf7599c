import { randomUUID } from 'node:crypto'
import { isAuthority, parseStream } from '@outstanding/domain'
import { uuidV5 } from './uuid-v5.ts'

/** Never to be changed: every report's id in every log hangs on it. */
const reportNamespace = 'b7b0f3b6-53d4-5f9e-9a26-6f0c6f8f2c1e'

/** `eventId` of the command's event at `index`: the same command on the same stream makes the same ids. */
export const eventIdOf = (commandId: string, stream: string, index: number): string => uuidV5(commandId, `${stream}/${index}`)

/** The stream of a report, from the domain's `reportIdentity(...)`. */
export const reportStream = (authority: string, identity: string): string =>
  `report-${checked(authority)}.${uuidV5(reportNamespace, identity)}`

/** The stream of a recommendation of that report, from the domain's `recommendationIdentity(...)`: NO_STREAM keeps it unique. */
export function recommendationStream(authority: string, report: string, identity: string): string {
  const parsed = parseStream(report)
  if (parsed?.aggregate !== 'report') throw new TypeError('a recommendation needs the stream name of its report')
  return `recommendation-${checked(authority)}.${uuidV5(parsed.id, identity)}`
}

/** A new office, or with `commandId` the one that this command makes, however often it is sent. */
export const officeStream = (authority: string, commandId: string = randomUUID()): string =>
  `office-${checked(authority)}.${uuidV5(commandId, 'office')}`

/** Never to be changed: the id of every committee in every log hangs on it. */
const committeeNamespace = '6d1f0c1e-0e0b-5b7e-9a51-3c8a2f4b7d60'

/** The stream of a committee, from the slug that it was established with: it keeps both, whatever it is called later. */
export const committeeStream = (authority: string, slug: string): string =>
  `committee-${checked(authority)}.${uuidV5(committeeNamespace, slug)}`

/** Never to be changed: every visit's id in every log hangs on it. */
const visitNamespace = '0c5e9a1d-7b42-5f36-8d10-2e6f4c9b7a53'

/** The stream of a visit, from the domain's `visitIdentity(...)`. */
export const visitStream = (authority: string, identity: string): string =>
  `visit-${checked(authority)}.${uuidV5(visitNamespace, identity)}`

export const policyStream = (authority: string): string => `policy-${checked(authority)}`
export const personStream = (personId: string): string => `person-${personId}`

function checked(authority: string): string {
  if (!isAuthority(authority)) throw new TypeError('an authority is a slug of lower-case letters, digits and hyphens')
  return authority
}
