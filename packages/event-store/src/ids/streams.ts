import { randomUUID } from 'node:crypto'
import { isUuid, uuidV5 } from './uuid-v5.ts'

/** Never to be changed: every report's id in every log hangs on it. */
const reportNamespace = 'b7b0f3b6-53d4-5f9e-9a26-6f0c6f8f2c1e'

const aggregates = ['recommendation', 'report', 'office', 'policy', 'person'] as const
export type Aggregate = (typeof aggregates)[number]

const authorityPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
const namePattern = /^[A-Za-z0-9_.:-]{1,200}$/

/** Names that our own port takes; the store itself would take any. */
export const isTidyStreamName = (name: string): boolean => namePattern.test(name)

const longestAuthority = 100

/** A slug: lower-case letters and digits, single hyphens between, at most 100 of them: a stream's name has room for 200. */
export const isAuthority = (authority: string): boolean => authority.length <= longestAuthority && authorityPattern.test(authority)

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

export const policyStream = (authority: string): string => `policy-${checked(authority)}`
export const personStream = (personId: string): string => `person-${personId}`

export type ParsedStream = { readonly aggregate: Aggregate; readonly authority: string | null; readonly id: string }

/** The parts of one of our stream names; null where it is none. A policy's id is its authority; a person has no authority. */
export function parseStream(stream: string): ParsedStream | null {
  const dash = stream.indexOf('-')
  const aggregate = aggregates.find((name) => name === stream.slice(0, dash))
  const rest = stream.slice(dash + 1)
  if (!aggregate || !isTidyStreamName(stream)) return null
  if (aggregate === 'person') return { aggregate, authority: null, id: rest }
  if (aggregate === 'policy') return isAuthority(rest) ? { aggregate, authority: rest, id: rest } : null
  const dot = rest.indexOf('.')
  const [authority, id] = [rest.slice(0, dot), rest.slice(dot + 1)]
  return isAuthority(authority) && isUuid(id) ? { aggregate, authority, id } : null
}

function checked(authority: string): string {
  if (!isAuthority(authority)) throw new TypeError('an authority is a slug of lower-case letters, digits and hyphens')
  return authority
}
