import { parseStream } from '@outstanding/domain'
import { setTimeout as wait } from 'node:timers/promises'
import { commandIdOf, type SampleCommand, type SampleStep } from './steps/step.ts'

export type GraphqlEndpoint = { readonly graphqlUrl: string; readonly token: string; readonly signal: AbortSignal }

/** A step, and its recorded time (UTC) if the log accepts one. */
export type TimedStep = SampleStep & { readonly recordedAt?: string | undefined }

const timeoutMs = 15_000
const pausesMs = [100, 300, 1_000, 3_000]

/** Commands whose stream the API derives from what they say. */
const making: ReadonlySet<SampleCommand> = new Set([
  'RegisterReport',
  'RegisterMentionedReport',
  'CreateOffice',
  'EstablishCommittee',
  'AdoptPolicy',
  'IssueRecommendation',
  'RegisterListedRecommendation',
  'RecordVisit',
])

/** The field by which an input names the stream that it goes to. */
const target = ({ command, stream }: SampleStep): Readonly<Record<string, string>> => {
  if (making.has(command)) return {}
  return command === 'CorrectEntry' ? { stream } : { [parseStream(stream)?.aggregate ?? '']: stream }
}

const documentOf = (command: SampleCommand): string => `mutation LoadSample($input: ${command}Input!) {
  answer: ${command.charAt(0).toLowerCase()}${command.slice(1)}(input: $input) {
    kind: __typename
    ... on CommandAccepted { id }
    ... on CommandRejected { rule field message }
    ... on CommandConflict { message }
    ... on CommandTargetNotFound { field message }
    ... on CommandForbidden { message }
  }
}`

const inputOf = (step: SampleStep) => ({
  commandId: commandIdOf(step.key),
  effectiveOn: step.effectiveOn,
  onBehalfOf: step.onBehalfOf,
  source: step.source,
  ...target(step),
  ...step.fields,
})

type Answer = {
  readonly kind: string
  readonly id?: string
  readonly rule?: string
  readonly field?: string
  readonly message?: string
}
type Body = { readonly data?: { readonly answer?: Answer | null } | null; readonly errors?: readonly { readonly message: string }[] }

async function post({ graphqlUrl, token, signal }: GraphqlEndpoint, step: TimedStep): Promise<Body> {
  const response = await fetch(graphqlUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(step.recordedAt !== undefined && { 'outstanding-recorded-at': step.recordedAt }),
    },
    body: JSON.stringify({ query: documentOf(step.command), variables: { input: inputOf(step) } }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  })
  if (response.status >= 500) throw new Error(`HTTP ${response.status}`)
  return (await response.json()) as Body
}

/** Asks again, with the same command id, while the service cannot be reached or fails; not once it is to end. */
async function asked(endpoint: GraphqlEndpoint, step: TimedStep): Promise<Body> {
  for (const pause of pausesMs) {
    try {
      return await post(endpoint, step)
    } catch {
      endpoint.signal.throwIfAborted()
      await wait(pause, undefined, { signal: endpoint.signal })
    }
  }
  return post(endpoint, step)
}

/**
 * Gives one command of the sample. What is not accepted throws: the sample holds nothing that the rules forbid. `THERE`: this store
 * has the entry from a start with another data directory, whose requests had another actor. Only the sample has its command ids.
 * `NOT_SEEDED`: somebody recorded something before the load was over, so that the log takes no recorded times any more.
 */
export async function executeStep(endpoint: GraphqlEndpoint, step: TimedStep): Promise<'EXECUTED' | 'ALREADY_THERE' | 'NOT_SEEDED'> {
  const body = await asked(endpoint, step)
  const answer = body.data?.answer
  if (!answer)
    throw new Error(`The sample register stopped at ${step.key}: ${body.errors?.map(({ message }) => message).join('; ') ?? 'no answer'}`)
  if (answer.rule === 'commandIdReused') return 'ALREADY_THERE'
  if (answer.rule === 'seedingClosed') return 'NOT_SEEDED'
  if (answer.kind !== 'CommandAccepted')
    throw new Error(`The sample register stopped at ${step.key}: ${[answer.rule, answer.field, answer.message].filter(Boolean).join(', ')}`)
  if (answer.id !== step.stream)
    throw new Error(`The sample register stopped at ${step.key}: it went to ${answer.id}, not to ${step.stream}.`)
  return 'EXECUTED'
}
