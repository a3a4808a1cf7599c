/**
 * How the streams of an aggregate are named: `{name}-{authority}.{uuid}`, `{name}-{authority}` where an authority has one, or `{name}-{id}`
 * where the aggregate belongs to no authority.
 */
export type StreamNaming = 'AUTHORITY_AND_UUID' | 'AUTHORITY' | 'ID'

/** The id of a stream that an authority has once is the authority. A stream without an authority has null. */
export type ParsedStream<Name extends string = string> = {
  readonly aggregate: Name
  readonly authority: string | null
  readonly id: string
}

const maxAuthority = 100
const authorityPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
const streamPattern = /^[A-Za-z0-9_.:-]{1,200}$/
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const nil = '00000000-0000-0000-0000-000000000000'

/** A slug: lower-case letters and digits, single hyphens between, at most 100 of them: a stream's name has room for 200. */
export const isAuthority = (authority: string): boolean => authority.length <= maxAuthority && authorityPattern.test(authority)

/** Names that our own port takes; the store itself would take any. */
export const isStreamName = (name: string): boolean => streamPattern.test(name)

/** What a stream's name begins with: the name of its aggregate, or of something that is none of ours. */
export const categoryOf = (stream: string): string => {
  const dash = stream.indexOf('-')
  return dash === -1 ? stream : stream.slice(0, dash)
}

/** Reads the names of the aggregates given; null for a name that is none of theirs. */
export const streamParserOf =
  <Name extends string>(namings: ReadonlyMap<Name, StreamNaming>) =>
  (stream: string): ParsedStream<Name> | null => {
    const aggregate = categoryOf(stream) as Name
    const naming = namings.get(aggregate)
    if (naming === undefined || !isStreamName(stream)) return null
    const rest = stream.slice(aggregate.length + 1)
    return naming === 'ID' ? { aggregate, authority: null, id: rest } : withAuthority(aggregate, naming, rest)
  }

const withAuthority = <Name extends string>(aggregate: Name, naming: StreamNaming, rest: string): ParsedStream<Name> | null => {
  if (naming === 'AUTHORITY') return isAuthority(rest) ? { aggregate, authority: rest, id: rest } : null
  const dot = rest.indexOf('.')
  const [authority, id] = [rest.slice(0, dot), rest.slice(dot + 1)]
  return dot > 0 && isAuthority(authority) && uuidPattern.test(id) && id !== nil ? { aggregate, authority, id } : null
}
