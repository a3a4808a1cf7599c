import { randomUUID } from 'node:crypto'

export type GraphQLAnswer = {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly unknown[]
    readonly extensions: Readonly<Record<string, unknown>>
  }[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** The outcome of a command, as the schema's union gives it. */
export type Outcome = {
  /** The name of the union's member. */
  readonly kind: string
  readonly id?: string
  readonly revision?: number
  readonly logPosition?: string
  readonly projected?: boolean
  readonly rule?: string
  readonly field?: string
  readonly message?: string
  readonly remedy?: string
  readonly expected?: number | null
  readonly actual?: number | null
  readonly changes?: readonly { readonly type: string; readonly revision: number }[]
  readonly role?: string
  readonly refusedItems?: readonly { readonly id: string; readonly name: string; readonly rule: string; readonly message: string }[]
}

export type Client = {
  ask(query: string, variables?: object): Promise<GraphQLAnswer>
  /** The data of an answer without errors; throws them otherwise. */
  read<Data>(query: string, variables?: object): Promise<Data>
  /** Executes a command by the name of its mutation. Adds a `commandId` if the input has none. */
  execute(mutation: string, input: object): Promise<Outcome>
  /** Like `execute`, but throws if the command is refused. */
  done(mutation: string, input: object): Promise<Outcome & { readonly id: string; readonly revision: number; readonly logPosition: string }>
}

type Send = (body: string, headers: Readonly<Record<string, string>>) => Promise<Response>

/** A client over any way of sending: a port, or the API's own `fetch`. */
export function createClient(send: Send, token?: string): Client {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const ask: Client['ask'] = async (query, variables) => {
    const response = await send(JSON.stringify({ query, variables }), headers)
    return (await response.json()) as GraphQLAnswer
  }
  const read = async <Data>(query: string, variables?: object): Promise<Data> => {
    const { data, errors } = await ask(query, variables)
    if (errors || !data) throw new Error(JSON.stringify(errors ?? 'no data'))
    return data as Data
  }
  const execute: Client['execute'] = async (mutation, input) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`
    const data = await read<Record<string, Outcome>>(`mutation ($input: ${type}) { ${mutation}(input: $input) { ${outcome} } }`, {
      input: { commandId: randomUUID(), ...input },
    })
    const answer = data[mutation]
    if (!answer) throw new Error(`${mutation} gave no answer`)
    return answer
  }
  const done: Client['done'] = async (mutation, input) => {
    const answer = await execute(mutation, input)
    const { id, revision, logPosition } = answer
    if (answer.kind !== 'CommandAccepted' || id === undefined || revision === undefined || logPosition === undefined)
      throw new Error(`${mutation}: ${JSON.stringify(answer)}`)
    return { ...answer, id, revision, logPosition }
  }
  return { ask, read, execute, done }
}

const outcome = `kind: __typename
  ... on CommandAccepted { id revision logPosition projected }
  ... on CommandRejected { rule field message remedy }
  ... on CommandConflict { id expected actual message changes { type revision } }
  ... on CommandTargetNotFound { id field message }
  ... on CommandForbidden { role message }`

export const overPort =
  (url: string): Send =>
  (body, headers) =>
    fetch(`${url}/graphql`, { method: 'POST', body, headers, signal: AbortSignal.timeout(30_000) })

export const inProcess =
  (answer: (request: Request) => Promise<Response>): Send =>
  (body, headers) =>
    answer(new Request('http://outstanding.test/graphql', { method: 'POST', body, headers }))
