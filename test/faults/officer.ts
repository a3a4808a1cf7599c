import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Product } from '../support/product.ts'

const REGISTER = `mutation ($input: RegisterReportInput!) {
  registerReport(input: $input) { __typename ... on CommandAccepted { id } ... on CommandRejected { rule field message } }
}`
const HISTORY = `query ($id: ID!) { node(id: $id) { ... on Report { history(first: 10) { edges { node { type } } } } } }`

type Edges = { readonly edges: readonly { readonly node: { readonly type: string } }[] }

export type Officer = {
  /** Registers a new report and gives its id; asks again with the same command id as long as there is no answer. */
  registerReport(): Promise<string>
  /** The types of its events, newest first. */
  historyOf(id: string): Promise<readonly string[] | undefined>
}

const PATIENCE_MS = 60_000

/** An officer with a token of the product. `onRefused` gets the errors of each answer that accepted nothing. */
export async function asOfficer(product: Product, onRefused: (errors: readonly object[]) => void = () => {}): Promise<Officer> {
  const { stdout } = await product.command('token', '--role', 'officer', '--name', 'Ann Example')
  const token = stdout.trim()
  return {
    async registerReport() {
      const input = newReport()
      for (const end = Date.now() + PATIENCE_MS; ; await sleep(200)) {
        const answer = await product.graphql(REGISTER, { input }, token).catch(() => undefined)
        const { registerReport } = (answer?.data ?? {}) as { registerReport?: { id?: string } }
        if (registerReport?.id !== undefined) return registerReport.id
        if (answer?.errors) onRefused(answer.errors)
        if (Date.now() > end || registerReport) throw new Error(`not accepted: ${JSON.stringify(answer)}`)
      }
    },
    async historyOf(id) {
      const { data } = await product.graphql(HISTORY, { id }, token)
      const { node } = (data ?? {}) as { node?: { history: Edges } | null }
      return node?.history.edges.map((edge) => edge.node.type)
    },
  }
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
