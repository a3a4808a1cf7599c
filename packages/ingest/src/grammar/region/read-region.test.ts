import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

async function wordings(text: string, name = 'report.md') {
  const outcome = await readDocument(name, Buffer.from(text))
  return outcome.ok ? outcome.reading.recommendations.map((r) => r.text) : []
}
const list = (theme: string) =>
  `# Review of care\n\n## Recommendations\n\n### ${theme}\n\n1. The council should publish how many families were told late.\n\n2. The board should test its backups each year.\n\n### Leadership\n\n1. The director should write to every carer.\n\n## Evidence\n\nThe council should have kept a list.\n`

test.each([
  'Background checks on staff',
  'Consultation with residents',
  'Contact with families',
  'Contextual safeguarding',
  'Contract management',
  'Copies of plans',
  'Experiences of staff',
  'Financial implications',
  'Index of risks',
  'Information about services',
  'Introduction of the new system',
  'Legal framework',
  'Lessons learned',
  'Listening',
  'Methodology of forecasts',
  'Monitoring and evaluation',
  'Next steps',
  'Next steps for the board',
  'Notes of visits',
  'Options for funding',
  'Outcomes for children',
  'Quality of care',
  'Record of decisions',
  'References for new staff',
  'Response from agencies',
  'Safety concerns',
  'Scope of audits',
  'Signed consent',
  'Strengths-based practice',
  'Summary care records',
  'Update',
  'Visits',
  'Yours to keep',
  'Leadership',
])('a theme "%s" below the announcing heading heads a part of the list', async (theme) =>
  expect(await wordings(list(theme))).toHaveLength(3),
)

test.each(['Monitoring and evaluation', 'Quality of care', 'Contact with families', 'Visits'])(
  'a theme "%s" second, with numbers that begin again, with bullets or as plain text',
  async (theme) => {
    const items = (mark: string) =>
      `## Recommendations\n\n### Leadership\n\n${mark}The trust should name a lead nurse.\n\n### ${theme}\n\n${mark}The board should test its backups.\n`
    expect(await wordings(`# Review of care\n\n${items('1. ')}`)).toHaveLength(2)
    expect(await wordings(`# Review of care\n\n${items('- ')}`)).toHaveLength(2)
    expect(await wordings(`Review of care\n\n${items('1. ').replace(/#+ /g, '')}`, 'report.txt')).toHaveLength(2)
  },
)

test('a heading of the same rank under which nothing is asked ends the region', async () => {
  expect(
    await wordings('# R\n\n## Recommendations\n\n- The council should reply.\n\n## Monitoring\n\n- Visits are made each month.\n'),
  ).toEqual(['The council should reply.'])
})

test('of paragraphs beside a list only those that ask as the list does are taken', async () => {
  const text =
    '# Audit report\n\n## Recommendations\n\nThese should be read with chapter 4.\n\n- Publish the results each year.\n- Test the pumps each month.\n\nAn external review should be undertaken to see how this is done.\n'
  expect(await wordings(text)).toEqual(['Publish the results each year.', 'Test the pumps each month.'])
})

test('a label that opened a region ends at the next label', async () => {
  const text = 'Case\n\nRecommendations: agree how moves are told; check that fathers are named.\nKeywords: infants, housing.\n'
  expect(await wordings(text, 'case.txt')).toHaveLength(2)
})

test('"It is recommended that Cabinet:" puts decisions before a meeting', async () => {
  expect(
    await wordings(
      '# Report to Cabinet\n\n## Recommendations\n\nIt is recommended that Cabinet:\n\n- Approves the contract;\n- Asks the Director to report back.\n',
    ),
  ).toEqual([])
})

test('letters below a numbered finding stand for themselves when a sentence between opens them', async () => {
  const text =
    'OBSERVATIONS AND RECOMMENDATIONS\n\n1. Advances of five officers were not settled at the end of the year.\n\nWe recommended and Management agreed to:\na. require the officers to settle them; and\nb. withhold the salaries of those who do not.\n\n2. Supplies were bought without bids.\n\nWe recommend that the Mayor publish every purchase.\n'
  const found = await wordings(text, 'audit.txt')
  expect(found).toHaveLength(3)
  expect(found.join(' ')).not.toContain('Supplies were bought')
})

test('nouns below a second sentence that opens a list are parts of the paragraph that asks', async () => {
  const text =
    '# Audit report\n\n## Recommendations\n\nThe department should draft a policy on monitoring.\n\nAt a minimum, the controls should address:\n\n- the rights of staff;\n- the keeping of records.\n'
  const outcome = await readDocument('audit.md', Buffer.from(text))
  const read = outcome.ok ? outcome.reading.recommendations : []
  expect(read.map((r) => r.children.length)).toEqual([2])
})

test('"Status of earlier recommendations" ends the region', async () => {
  const text =
    '# Audit report\n\n## New recommendations\n\n- Test the pumps each month.\n\n## Status of earlier recommendations\n\n- Train meter readers.\n'
  expect(await wordings(text)).toEqual(['Test the pumps each month.'])
})
