import { expect } from 'vitest'
import type { Client } from './client.ts'

type Linked = { readonly report: string; readonly recommendation: string; readonly day: string }

/** A weakness of a report is found again after it was recommended to end it: the recommendation shows it from the other side. */
export async function linkLaterFinding(client: Client, { report, recommendation, day }: Linked): Promise<void> {
  const finding = { report, effectiveOn: day, findingId: 'later' }
  await client.done('recordFinding', { ...finding, subject: 'Leadership', words: 'Still weak', direction: 'WEAKNESS' })
  const link = { ...finding, recommendation, words: 'Recommended in January' }
  expect(await client.execute('linkReportFinding', { ...link, relation: 'IMPROVES_ON' })).toMatchObject({
    kind: 'CommandRejected',
    field: 'relation',
  })
  await client.done('linkReportFinding', { ...link, relation: 'CONTINUES' })
  expect(await client.read(asked, { id: recommendation })).toEqual({
    recommendation: {
      linkedFrom: [
        {
          relation: 'CONTINUES',
          words: 'Recommended in January',
          recommendation: null,
          finding: { subject: 'Leadership', foundOn: day, reportId: report },
        },
      ],
    },
  })
}

const asked =
  'query ($id: ID!) { recommendation(id: $id) { linkedFrom { relation words recommendation { id } finding { subject foundOn reportId } } } }'
