import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aCommittee, aRecommendation, aReport, committee, decision } from './kit/examples.ts'
import { historyOf, liveOneLife, publishedReport, respondedByLetter, tracked } from './kit/whole-life.ts'
import { linkLaterFinding } from './kit/later-finding.ts'

let running: RunningApi
let administrator: Client
const accepted = new Set<string>()

beforeAll(async () => {
  running = await startApi()
  const client = createClient(inProcess(running.api.fetch), await running.tokenOf('administrator', 'Ada Example'))
  administrator = {
    ...client,
    done: async (mutation, input) => {
      const answer = await client.done(mutation, input)
      accepted.add(mutation)
      return answer
    },
  }
})
afterAll(() => running.stop())

const day = '2026-02-02'
const asCommittee = (effectiveOn: string) => ({ effectiveOn, onBehalfOf: committee, decision: decision(effectiveOn) })

/** A recommendation of a report of its own. */
async function recommendation(over: object = {}): Promise<string> {
  const report = await publishedReport(administrator)
  const { id } = await administrator.done('issueRecommendation', aRecommendation(report, { effectiveOn: '2026-01-06', ...over }))
  return tracked(administrator, id)
}
const read = async <Field>(id: string, fields: string): Promise<Field> =>
  (await administrator.read<{ node: Field }>(`query ($id: ID!) { node(id: $id) { ... on Recommendation { ${fields} } } }`, { id })).node

test('a whole life', async () => {
  const { recommendation: id, types } = await liveOneLife(administrator)
  expect((await historyOf(administrator, id)).map(({ type }) => type)).toEqual(types)
  expect(await read(await respondedByLetter(administrator, day), 'position { response }')).toMatchObject({
    position: { response: 'ACTION_STATEMENT' },
  })
})

test('an undated item gets its date from a committee, and no later one', async () => {
  const id = await recommendation({ timescale: { asPrinted: 'Longer term' } })
  expect(await read(id, 'originalCompletionDate position { schedule { state } }')).toEqual({
    originalCompletionDate: null,
    position: { schedule: { state: 'UNDATED' } },
  })
  await administrator.done('agreeCompletionDate', { recommendation: id, date: '2030-01-31', ...asCommittee(day) })
  const later = { recommendation: id, requestId: 'later' }
  const asked = { ...later, effectiveOn: '2026-02-03', date: '2031-01-31', reason: 'More time' }
  await administrator.done('requestCompletionDateRevision', asked)
  await administrator.done('refuseCompletionDateRevision', { ...later, reason: 'No case made', ...asCommittee('2026-02-04') })
  expect(
    await read(
      id,
      'originalCompletionDate revisedCompletionDate completionDateRevisions { outcome refusedBecause } position { schedule { state dueOn } }',
    ),
  ).toEqual({
    originalCompletionDate: '2030-01-31',
    revisedCompletionDate: null,
    completionDateRevisions: [{ outcome: 'REFUSED', refusedBecause: 'No case made' }],
    position: { schedule: { state: 'NOT_DUE', dueOn: '2030-01-31' } },
  })
})

test('a proposal or request is withdrawn by its author, and stays on record', async () => {
  const id = await recommendation()
  const execute = (mutation: string, input: object) => administrator.done(mutation, { recommendation: id, effectiveOn: day, ...input })
  await execute('proposeAssessment', { proposalId: 'first', category: '6', words: 'Under way' })
  await execute('withdrawProposal', { proposalId: 'first', reason: 'A team was forgotten' })
  await execute('requestCompletionDateRevision', { requestId: 'more', date: '2030-01-31', reason: 'More time' })
  await execute('withdrawRevisionRequest', { requestId: 'more', reason: 'Not needed' })
  const agree = { recommendation: id, proposalId: 'first', ...asCommittee(day) }
  expect(await administrator.execute('agreeAssessment', agree)).toMatchObject({ kind: 'CommandRejected', rule: 'notWithdrawn' })
  const fields = `proposals { proposalId withdrawnOn withdrawnBecause } completionDateRevisions { outcome withdrawnBecause decision { minuteReference } }
    position { assessment { proposed } schedule { dueOn } }`
  expect(await read(id, fields)).toEqual({
    proposals: [{ proposalId: 'first', withdrawnOn: day, withdrawnBecause: 'A team was forgotten' }],
    completionDateRevisions: [{ outcome: 'WITHDRAWN', withdrawnBecause: 'Not needed', decision: null }],
    position: { assessment: { proposed: null }, schedule: { dueOn: '2026-04-06' } },
  })
})

test('a corrected date of a report is applied to the items that are named', async () => {
  const { id: report } = await administrator.done('registerReport', aReport())
  const { id } = await administrator.done('issueRecommendation', aRecommendation(report, { effectiveOn: '2026-01-06' }))
  const asked = `query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 9) { edges { node { id type } } } } } }`
  const { node } = await administrator.read<{ node: { history: { edges: { node: { id: string; type: string } }[] } } }>(asked, {
    id: report,
  })
  const entry = node.history.edges.find((each) => each.node.type === 'ReportRegistered')?.node.id
  const change = { kind: 'REPLACE', fields: { publishedOn: '2026-01-12' } }
  await administrator.done('correctEntry', { stream: report, entry, effectiveOn: day, reason: 'Dated later', change })
  await administrator.done('applyReportDates', { report, items: [id], reason: 'Dated later', effectiveOn: day })
  expect(await read(id, 'originalCompletionDate')).toEqual({ originalCompletionDate: '2026-04-12' })
})

test('a timescale whose grade somebody has read is taken as read', async () => {
  const id = await recommendation({
    timescale: { asPrinted: 'by the spring', grade: 'BY_DATE', date: '2026-05-31', datePrecision: 'MONTH' },
  })
  expect(await read(id, 'originalCompletionDate derivation { rule } timescale { asPrinted datePrecision }')).toEqual({
    originalCompletionDate: '2026-05-31',
    derivation: { rule: 'BY_MONTH' },
    timescale: { asPrinted: 'by the spring', datePrecision: 'MONTH' },
  })
})

const anOffice = async (name: string): Promise<string> => {
  const office = { effectiveOn: day, authority: 'example-borough', kind: 'OFFICER', illustrative: true, name }
  return (await administrator.done('createOffice', office)).id
}

test('the ways of an item that is not achieved', async () => {
  const [id, other] = [await recommendation(), await recommendation()]
  const execute = (mutation: string, input: object) => administrator.done(mutation, { recommendation: id, effectiveOn: day, ...input })
  await execute('planAction', { actionId: 'a', description: 'Something' })
  await execute('abandonAction', { actionId: 'a', reason: 'Not useful' })
  const [somewhere, elsewhere] = [await anOffice('Somewhere'), await anOffice('Elsewhere')]
  await execute('assignOwner', { owner: somewhere, name: 'Somewhere', role: 'PARTNER' })
  await execute('assignOwner', { owner: elsewhere, role: 'RESPONSIBLE_BODY' })
  await execute('releaseOwner', { owner: somewhere, reason: 'Not theirs' })
  const visited = { from: day, to: day, knownFrom: 'LETTER', letterOn: day, effectiveOn: day }
  const report = await publishedReport(administrator)
  const { id: visit } = await administrator.done('recordVisit', { report, body: 'Inspectorate', ...visited })
  await administrator.done('recordVisitFinding', {
    visit,
    ref: 'f',
    area: 'It',
    words: 'No better',
    direction: 'UNCHANGED',
    effectiveOn: day,
  })
  await administrator.done('linkFinding', { visit, ref: 'f', items: [id], effectiveOn: day })
  await execute('escalate', { body: 'Full Council', reason: 'Nothing moved' })
  await execute('linkRecommendation', { linkId: 'l', relation: 'REPEATS', target: { kind: 'RECOMMENDATION', id: other } })
  await execute('acceptRisk', { person: `person-${randomUUID()}`, office: 'Chief executive', reason: 'Cost' })
  await execute('supersedeRecommendation', { by: other, reason: 'Said better there' })
  await execute('concludeTracking', { reason: 'SUPERSEDED', explanation: 'See the other', supersededBy: other, ...asCommittee(day) })
  await execute('recordDissent', { words: 'Two members disagreed', by: 'Minority group', ...asCommittee(day) })
  expect(
    await read(
      id,
      `actions { status } owners { name } independentFindings { direction } escalations { body } links { relation recommendation { id } }
       riskAccepted { office } dissents { dissenter } supersededBy { id } conclusions { reason } conclusionReason position { tracking schedule { state } }`,
    ),
  ).toEqual({
    actions: [{ status: 'ABANDONED' }],
    owners: [{ name: 'Elsewhere' }],
    independentFindings: [{ direction: 'UNCHANGED' }],
    escalations: [{ body: 'Full Council' }],
    links: [{ relation: 'REPEATS', recommendation: { id: other } }],
    riskAccepted: { office: 'Chief executive' },
    dissents: [{ dissenter: 'Minority group' }],
    supersededBy: { id: other },
    conclusions: [{ reason: 'SUPERSEDED' }],
    conclusionReason: 'SUPERSEDED',
    position: { tracking: 'CONCLUDED', schedule: { state: 'ENDED' } },
  })
  expect(await read(other, 'linkedFrom { relation words recommendation { id } }')).toEqual({
    linkedFrom: [
      { relation: 'REPEATS', words: null, recommendation: { id } },
      { relation: 'SUPERSEDED_BY', words: 'Said better there', recommendation: { id } },
    ],
  })
})

test('a link or a successor that is not there is rejected by rule', async () => {
  const id = await recommendation()
  const absent = 'recommendation-example-borough.0d6e5a3e-7d52-5a57-9f0e-6a3f5d1f5b6a'
  const link = { recommendation: id, effectiveOn: day, relation: 'REPEATS' }
  for (const target of [
    { kind: 'RECOMMENDATION', id: absent },
    { kind: 'FINDING', id: 'x', report: absent },
    { kind: 'FINDING', id: 'x' },
    { kind: 'INDICATOR', id: 'x' },
  ])
    expect(await administrator.execute('linkRecommendation', { ...link, target })).toMatchObject({ kind: 'CommandRejected' })
  expect(
    await administrator.execute('supersedeRecommendation', { recommendation: id, effectiveOn: day, by: absent, reason: 'x' }),
  ).toMatchObject({
    kind: 'CommandRejected',
    field: 'by',
  })
})

test('a duplicate goes into another; a withheld item is not for the public', async () => {
  const [id, other] = [await recommendation(), await recommendation()]
  await administrator.done('mergeDuplicate', { recommendation: id, effectiveOn: day, into: other, reason: 'The same' })
  expect(await read(id, 'mergedInto { id }')).toEqual({ mergedInto: { id: other } })
  await administrator.done('withholdRecommendation', { recommendation: other, effectiveOn: day, reason: 'Exempt' })
  const anybody = createClient(inProcess(running.api.fetch))
  expect(await anybody.read('query ($id: ID!) { recommendation(id: $id) { id } }', { id: other })).toEqual({ recommendation: null })
})

test('what was withheld is published again; parts are exempt until a review ends that; a report waits for the end of its embargo', async () => {
  const id = await recommendation()
  const give = (mutation: string, input: object) => administrator.done(mutation, { recommendation: id, effectiveOn: day, ...input })
  await give('withholdRecommendation', { reason: 'Under review' })
  await give('publishRecommendation', { reason: 'The review is over' })
  const exempt = { parts: ['TEXT'], ground: 'SCHEDULE_12A_3', reviewOn: '2026-06-01' }
  expect(await administrator.execute('markExempt', { recommendation: id, effectiveOn: day, ...exempt })).toMatchObject({
    rule: 'publicInterestNeeded',
    field: 'publicInterest',
  })
  await give('markExempt', { ...exempt, publicInterest: 'A tender is open' })
  await give('reviewExemption', { found: 'It is still open', reviewOn: '2026-12-01' })
  expect(await read(id, 'withheld exempt { parts ground publicInterest markedOn reviewOn }')).toEqual({
    withheld: null,
    exempt: { parts: ['TEXT'], ground: 'SCHEDULE_12A_3', publicInterest: 'A tender is open', markedOn: day, reviewOn: '2026-12-01' },
  })
  await give('endExemption', { reason: 'The tender was let' })
  expect(await read(id, 'exempt { ground }')).toEqual({ exempt: null })
  const { id: report } = await administrator.done('registerReport', aReport({ title: 'Next week' }))
  const until = new Date(Date.now() + 86_400_000).toISOString()
  await administrator.done('embargoReport', { report, effectiveOn: day, until })
  const shown = 'query ($id: ID!) { report(id: $id) { publication embargoedUntil } }'
  expect(await administrator.read(shown, { id: report })).toEqual({ report: { publication: 'EMBARGOED', embargoedUntil: until } })
})

test('words are amended, and an action is moved', async () => {
  const of = { recommendation: await recommendation(), effectiveOn: day }
  await administrator.done('amendWording', { ...of, wording: 'Visit within three days.', reason: 'As it was accepted' })
  await administrator.done('planAction', { ...of, actionId: 'plan', description: 'Recruit', dueOn: '2026-03-31' })
  await administrator.done('changeAction', { ...of, actionId: 'plan', lead: 'Head of care', reason: 'The post was filled' })
})

test('every change of the date names who decided it, and a reopened item is not achieved', async () => {
  const id = await recommendation()
  const execute = (mutation: string, input: object) => administrator.done(mutation, { recommendation: id, effectiveOn: day, ...input })
  await execute('requestCompletionDateRevision', { requestId: 'more', date: '2026-06-30', reason: 'Staff are missing' })
  await execute('approveCompletionDateRevision', { requestId: 'more', ...asCommittee('2026-02-10') })
  const evidence = { digest: `sha256:${'0a'.repeat(32)}`, mediaType: 'text/plain', name: 'List', location: 'App. 1', shows: 'OUTPUT' }
  await execute('attachEvidence', { evidenceId: 'list', ...evidence, words: 'All of them' })
  const achieved = { category: '1', completedOn: '2026-02-11', evidence: ['list'], words: 'Done' }
  await execute('makeCommitteeAssessment', { ...achieved, ...asCommittee('2026-02-12') })
  await execute('concludeTracking', { reason: 'ACHIEVED', explanation: 'Done', ...asCommittee('2026-02-12') })
  const reopening = { recommendation: id, reason: 'It fell back', ...asCommittee('2026-03-02') }
  expect(await administrator.execute('reopenTracking', { ...reopening, newDate: '2026-03-01' })).toMatchObject({ rule: 'dateNotPast' })
  await administrator.done('reopenTracking', { ...reopening, newDate: '2026-09-30' })
  const approved = (meetingOn: string) => ({ committeeName: 'Children and Families Committee', meetingOn })
  const slipped = `slippage { cause from to days approvedBy { committeeName meetingOn } reason } reopenings { newDate }
    position { assessment { agreed proposed } schedule { state dueOn slippageDays } }`
  expect(await read(id, slipped)).toMatchObject({
    slippage: [
      {
        cause: 'EXTENSION',
        from: '2026-04-06',
        to: '2026-06-30',
        days: 85,
        approvedBy: approved('2026-02-10'),
        reason: 'Staff are missing',
      },
      { cause: 'REOPENING', from: '2026-06-30', to: '2026-09-30', days: 92, approvedBy: approved('2026-03-02'), reason: 'It fell back' },
    ],
    reopenings: [{ newDate: '2026-09-30' }],
    position: { assessment: { agreed: null, proposed: null }, schedule: { dueOn: '2026-09-30' } },
  })
  const then = `query ($id: ID!) { recommendation(id: $id, asAt: "2026-09-30") { position { schedule { state slippageDays } } } }`
  expect(await administrator.read(then, { id })).toEqual({
    recommendation: { position: { schedule: { state: 'DUE_SOON', slippageDays: 177 } } },
  })
})

test('a duplicate is counted once and followed where it is carried on', async () => {
  const [id, other] = [await recommendation({ reference: 'DUP-7' }), await recommendation()]
  await administrator.done('mergeDuplicate', { recommendation: id, effectiveOn: day, into: other, reason: 'The same' })
  const update = { recommendation: id, effectiveOn: day, words: 'Done', claim: 'COMPLETE' }
  expect(await administrator.execute('updateProgress', update)).toMatchObject({ kind: 'CommandRejected', rule: 'mergedIntoAnother' })
  const search = `query { found: recommendations(filter: { search: "DUP-7" }) { totalCount edges { node { id } } }
    merged: recommendations(filter: { search: "DUP-7", merged: true }) { edges { node { id mergedInto { id } } } } }`
  expect(await administrator.read(search)).toEqual({
    found: { totalCount: 1, edges: [{ node: { id: other } }] },
    merged: { edges: [{ node: { id, mergedInto: { id: other } } }] },
  })
})

test('a parent is concluded only when it says which of its parts stay open', async () => {
  const report = await publishedReport(administrator)
  const issue = async (over: object) => (await administrator.done('issueRecommendation', aRecommendation(report, over))).id
  const parent = await issue({ reference: 'R4' })
  const [first, second] = [
    await issue({ reference: 'R4 a', parent, ordinal: 1, effectiveOn: '2026-01-06' }),
    await issue({ reference: 'R4 b', parent, ordinal: 2, effectiveOn: '2026-01-06' }),
  ]
  for (const id of [parent, first]) await tracked(administrator, id)
  const concluding = { explanation: 'Overtaken', reason: 'NO_LONGER_APPLICABLE', ...asCommittee(day) }
  await administrator.done('concludeTracking', { recommendation: first, ...concluding })
  expect(await administrator.execute('concludeTracking', { recommendation: parent, ...concluding })).toMatchObject({
    kind: 'CommandRejected',
    rule: 'partsOpen',
    field: 'partsLeftOpen',
    message: 'Parts of this recommendation are still open: R4 b.',
  })
  await administrator.done('concludeTracking', { recommendation: parent, partsLeftOpen: [second], ...concluding })
  const shown = await read<{ history: { edges: { node: { words: string } }[] } }>(
    parent,
    'conclusions { partsLeftOpen } childrenSummary { concluded } history(first: 9) { edges { node { words } } }',
  )
  expect(shown).toMatchObject({ conclusions: [{ partsLeftOpen: [second] }], childrenSummary: { concluded: 1 } })
  expect(shown.history.edges.at(-1)?.node.words).toContain('one part left open')
})

test('a withdrawn report takes no new recommendation, and its items say so', async () => {
  const report = await publishedReport(administrator)
  const { id } = await administrator.done('issueRecommendation', aRecommendation(report))
  await administrator.done('withdrawReport', { report, effectiveOn: day, reason: 'Issued anew' })
  expect(await administrator.execute('issueRecommendation', aRecommendation(report, { reference: 'R02', ordinal: 2 }))).toMatchObject({
    kind: 'CommandRejected',
    rule: 'reportNotWithdrawn',
  })
  expect(await read(id, 'reportWithdrawn')).toEqual({ reportWithdrawn: 'Issued anew' })
  const marked = 'query ($report: ID) { recommendations(filter: { report: $report, reportWithdrawn: true }) { totalCount } }'
  expect(await administrator.read(marked, { report })).toEqual({ recommendations: { totalCount: 1 } })
})

test('a committee hands tracking over to another', async () => {
  const id = await recommendation()
  const other = { ...aCommittee, slug: 'second-committee', name: 'Second Committee' }
  await administrator.done('establishCommittee', other)
  await administrator.done('handOverTracking', { recommendation: id, to: other.slug, reason: 'Its field', ...asCommittee(day) })
  expect(await read(id, 'trackedBy { committee tracking handedTo }')).toEqual({
    trackedBy: [
      { committee: committee.id, tracking: 'HANDED_OVER', handedTo: other.slug },
      { committee: other.slug, tracking: 'OPEN', handedTo: null },
    ],
  })
})

test('a committee is established, renamed and abolished', async () => {
  const established = { slug: 'people', name: 'People Committee', authority: 'example-borough', kind: 'POLICY', effectiveOn: day }
  const { id } = await administrator.done('establishCommittee', { ...established, illustrative: true })
  await administrator.done('renameCommittee', { committee: id, name: 'Committee for People', effectiveOn: day })
  await administrator.done('abolishCommittee', { committee: id, effectiveOn: day })
  const query = '{ committee(slug: "people") { id name formerNames abolishedOn } }'
  expect(await administrator.read(query)).toEqual({
    committee: { id, name: 'Committee for People', formerNames: ['People Committee'], abolishedOn: day },
  })
})

test('a report: known by mention, with judgements and findings, withheld and withdrawn', async () => {
  const { id: mentioned } = await administrator.done('registerMentionedReport', {
    effectiveOn: day,
    title: 'Known by mention',
    publisher: 'Somebody',
    authority: 'example-borough',
    authorityName: 'Example Borough',
    seenIn: 'A pack',
    illustrative: true,
  })
  await administrator.done('registerListedRecommendation', {
    effectiveOn: day,
    report: mentioned,
    reference: 'R7',
    ordinal: 7,
    title: 'Seventh',
    listedIn: { document: 'A pack' },
  })
  const { id: report } = await administrator.done('registerReport', aReport({ kind: 'INSPECTION' }))
  await administrator.done('recordJudgement', {
    report,
    effectiveOn: '2026-01-05',
    judgementId: 'j',
    subject: 'Leadership',
    grade: '2',
    scale: '1 outstanding, 2 good, 3 adequate, 4 inadequate',
    printedIn: 'TABLE',
  })
  await administrator.done('recordFinding', {
    report,
    effectiveOn: '2026-01-05',
    findingId: 'f',
    subject: 'Leadership',
    words: 'Sound',
    direction: 'STRENGTH',
  })
  const { id } = await administrator.done('issueRecommendation', aRecommendation(report))
  await administrator.done('linkRecommendation', {
    recommendation: id,
    effectiveOn: day,
    relation: 'CONTRADICTS',
    target: { kind: 'FINDING', id: 'f', report },
  })
  const continued = { recommendation: id, effectiveOn: day, relation: 'CONTINUES', target: { kind: 'FINDING', id: 'f', report } }
  expect(await administrator.execute('linkRecommendation', continued)).toMatchObject({ kind: 'CommandRejected', field: 'relation' })
  expect(await read(id, 'links { finding { subject direction } } report { judgements { meaning meaningDerived } }')).toEqual({
    links: [{ finding: { subject: 'Leadership', direction: 'STRENGTH' } }],
    report: { judgements: [{ meaning: 'GOOD', meaningDerived: true }] },
  })
  await linkLaterFinding(administrator, { report, recommendation: id, day })
  await administrator.done('withholdReport', { report, effectiveOn: day, reason: 'A pre-election period' })
  await administrator.done('withdrawReport', { report, effectiveOn: day, reason: 'Replaced' })
  expect(await administrator.read('query ($id: ID!) { report(id: $id) { publication withdrawn } }', { id: report })).toEqual({
    report: { publication: 'WITHHELD', withdrawn: 'Replaced' },
  })
})

test('an office: held, renamed, with another portfolio, its service transferred', async () => {
  const office = { effectiveOn: '2025-05-20', authority: 'example-borough', kind: 'OFFICER', illustrative: true }
  const { id } = await administrator.done('createOffice', { ...office, name: 'Head of care' })
  const { id: to } = await administrator.done('createOffice', { ...office, name: 'Head of leaving care' })
  const { id: person } = await administrator.done('registerPerson', { effectiveOn: day, name: 'Bo Example' })
  await administrator.done('appointHolder', { office: id, effectiveOn: '2025-05-21', holder: person })
  await administrator.done('renameOffice', { office: id, effectiveOn: '2025-06-01', name: 'Head of children in care' })
  await administrator.done('changePortfolio', { office: id, effectiveOn: '2025-06-01', portfolio: 'Children in care' })
  const shown = 'query ($id: ID!) { office(id: $id) { name formerNames portfolio holders { name } } }'
  expect(await administrator.read(shown, { id })).toEqual({
    office: {
      name: 'Head of children in care',
      formerNames: ['Head of care'],
      portfolio: 'Children in care',
      holders: [{ name: 'Bo Example' }],
    },
  })
  await administrator.done('releaseHolder', { office: id, effectiveOn: '2025-09-01', holder: person })
  const item = await recommendation()
  await administrator.done('assignOwner', { recommendation: item, effectiveOn: day, owner: id, role: 'LEAD_OFFICER' })
  await administrator.done('transferService', {
    office: id,
    effectiveOn: day,
    service: 'Care',
    accountableBody: 'Example Borough',
    deliveringBody: 'A trust',
    to,
    items: [item],
  })
  await administrator.done('abolishOffice', { office: id, effectiveOn: day, reason: 'Nothing is left' })
  expect(
    await administrator.read(
      'query ($id: ID!) { office(id: $id) { holders { name } successor abolishedOn transfers { to service items } } }',
      { id },
    ),
  ).toEqual({
    office: { holders: [], successor: null, abolishedOn: day, transfers: [{ to, service: 'Care', items: [item] }] },
  })
})

test('a person’s name is sealed, changed and gone for good; nothing in the log holds it', async () => {
  const { id: person } = await administrator.done('registerPerson', { effectiveOn: day, name: 'Cy Clearname' })
  await administrator.done('renamePerson', { person, effectiveOn: day, name: 'Cy Clearname-Newname' })
  const shown = 'query ($id: ID!) { person(id: $id) { name erased } }'
  expect(await administrator.read(shown, { id: person })).toEqual({ person: { name: 'Cy Clearname-Newname', erased: false } })
  await administrator.done('refuseErasure', { person, effectiveOn: day, reason: 'Acted publicly' })
  await administrator.done('erasePerson', { person, effectiveOn: day, reason: 'Asked for' })
  expect(await administrator.read(shown, { id: person })).toEqual({ person: { name: 'name removed', erased: true } })
  const log = await running.store.readAll({ maxCount: 10_000 })
  expect(JSON.stringify(log.events)).not.toMatch(/Clearname|Ada Example/)
})

test('a text that should not have been typed is removed for good', async () => {
  const { id: office } = await administrator.done('createOffice', {
    effectiveOn: day,
    authority: 'example-borough',
    kind: 'OFFICER',
    name: 'Ty Typed',
  })
  const [created] = await running.store.readStream(office)
  await administrator.done('removePersonalData', { effectiveOn: day, entry: created?.eventId, reason: 'A name of a person' })
  expect(await administrator.read('query ($id: ID!) { office(id: $id) { name } }', { id: office })).toEqual({
    office: { name: 'text removed' },
  })
})

test('a policy in the council’s own words is what later entries are read under', async () => {
  const authority = 'another-borough'
  const policy = {
    authority,
    categories: [
      { code: 'G', label: 'Green', meaning: 'ACHIEVED_ON_TIME' },
      { code: 'GL', label: 'Green, late', meaning: 'ACHIEVED_LATE' },
      { code: 'A', label: 'Amber', meaning: 'IN_PROGRESS' },
      { code: 'R', label: 'Red', meaning: 'INSUFFICIENT_PROGRESS' },
    ],
    mapping: [{ code: 'G', shownAs: 'Done' }],
    clocks: { dueSoonDays: 10, immediateMonths: 1, executiveResponseMonths: 2, inspectionActionPlanWorkingDays: 70 },
    hasExecutive: false,
    policySource: 'Constitution, part 4',
    illustrative: true,
  }
  await administrator.done('adoptPolicy', { effectiveOn: '2026-01-01', ...policy })
  const shown =
    'query ($authority: ID!) { policy(authority: $authority) { versions { version from } inForce { hasExecutive categories { code shownAs } } } }'
  expect(await administrator.read(shown, { authority })).toEqual({
    policy: {
      versions: [
        { version: 0, from: null },
        { version: 1, from: '2026-01-01' },
      ],
      inForce: {
        hasExecutive: false,
        categories: [
          { code: 'G', shownAs: 'Done' },
          { code: 'GL', shownAs: null },
          { code: 'A', shownAs: null },
          { code: 'R', shownAs: null },
        ],
      },
    },
  })
  const report = await publishedReport(administrator, { authority })
  const { id } = await administrator.done(
    'issueRecommendation',
    aRecommendation(report, { effectiveOn: '2026-01-06', timescale: { asPrinted: 'For immediate action' } }),
  )
  await administrator.done('proposeAssessment', { recommendation: id, effectiveOn: '2026-01-20', category: 'A', words: 'Under way' })
  expect(await read(id, 'originalCompletionDate position { assessment { proposedCategory { label policyVersion } } }')).toEqual({
    originalCompletionDate: '2026-02-06',
    position: { assessment: { proposedCategory: { label: 'Amber', policyVersion: 1 } } },
  })
  expect(await administrator.execute('adoptPolicy', { effectiveOn: '2026-01-02', ...policy, policySource: ' ' })).toMatchObject({
    kind: 'CommandRejected',
    field: 'policySource',
  })
})

test('by now every command there is was accepted at least once', async () => {
  const schema = buildSchema(await readFile(new URL('../../services/api/schema.graphql', import.meta.url), 'utf8'))
  expect([...accepted].sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort())
})
