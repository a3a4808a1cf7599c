import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export type Accepted = {
  readonly commandId: string
  readonly id: string
  readonly logPosition: string
  readonly projected: boolean
  /** When its command was first sent, as `performance.now()`. */
  readonly begunAt: number
}

type Answer = { readonly id?: string; readonly logPosition?: string; readonly projected?: boolean; readonly message?: string }

const mutation = `mutation ($input: RegisterReportInput!) {
  registerReport(input: $input) {
    __typename ... on CommandAccepted { id logPosition projected } ... on CommandRejected { message }
  }
}`

/** Registers one report after another until stopped. Each command is sent until answered; some are sent again afterwards. */
export async function clerk(url: string, token: string, accepted: Accepted[], signal: AbortSignal): Promise<void> {
  for (let number = 0; !signal.aborted; number += 1) {
    const input = newReport()
    const begunAt = performance.now()
    for (let isAnswered = false; !isAnswered && !signal.aborted;) {
      const answer = await send(url, token, input)
      if (answer?.message !== undefined) throw new Error(`refused: ${answer.message}`)
      const { id, logPosition, projected } = answer ?? {}
      isAnswered = id !== undefined && logPosition !== undefined
      if (id === undefined || logPosition === undefined) await sleep(50)
      else accepted.push({ commandId: input.commandId, id, logPosition, projected: projected === true, begunAt })
    }
    if (number % 5 === 0) await send(url, token, input)
  }
}

async function send(url: string, token: string, input: object): Promise<Answer | null> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: mutation, variables: { input } }),
    signal: AbortSignal.timeout(20_000),
  }
  const answer = (await fetch(`${url}/graphql`, request)
    .then((response) => response.json())
    .catch(() => null)) as { data?: { registerReport?: Answer } } | null
  return answer?.data?.registerReport ?? null
}

const newReport = () => ({
  commandId: randomUUID(),
  effectiveOn: '2026-01-05',
  title: 'Kept',
  publisher: 'Example inspectorate',
  authority: 'example-borough',
  authorityName: 'Example Borough',
  framework: `Fault ${randomUUID()}`,
  kind: 'INSPECTION',
  publishedOn: '2026-01-05',
  publishedPrecision: 'DAY',
})
