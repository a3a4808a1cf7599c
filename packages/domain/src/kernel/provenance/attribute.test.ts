import { describe, expect, it } from 'vitest'
import { officeDecider } from '../../office/decide.ts'
import {
  appointHolder,
  changePortfolio,
  createOffice,
  holder,
  releaseHolder,
  renameOffice,
  transferService,
} from '../../../testing/office/examples.ts'
import { officeAttributes } from '../../office/attributes.ts'
import type { PersonCommand } from '../../person/commands.ts'
import type { Sealed } from '../../person/events.ts'
import { personDecider } from '../../person/person.ts'
import { personAttributes } from '../../person/attributes.ts'
import { policyDecider } from '../../policy/decide.ts'
import { defaultPolicy } from '../../policy/default-policy.ts'
import { policyAttributes } from '../../policy/attributes.ts'
import type { ReportCommand } from '../../report/commands.ts'
import { reportDecider } from '../../report/decide.ts'
import {
  adoptReport,
  registerMentionedReport,
  publishReport,
  linkReportFinding,
  recordFinding,
  recordJudgement,
  registerReport,
  withdrawReport,
} from '../../../testing/report/examples.ts'
import { reportAttributes } from '../../report/attributes.ts'
import { on, scenario } from '../../../testing/scenario.ts'
import type { Value } from './attribute.ts'
import { nameOf } from './attribute.ts'

/** The values by name: the field, and the key if there is one. */
const told = (values: readonly Value[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(values.map((value) => [nameOf(value).trim(), value.value]))

const { targetExists: _exists, targetOn: _on, ...linkOfFinding } = linkReportFinding.data

describe('what a report says', () => {
  const reports = scenario(reportDecider, 'report-example-borough.11111111-2222-4333-8444-555555555555')
  const valuesAfter = (...commands: readonly ReportCommand[]) => told(reportAttributes.values(reports.given(...commands).state))

  it('is nothing before anything is known of it', () => expect(reportAttributes.values(reportAttributes.initial)).toEqual([]))
  it('is every fact of its registration, its standing, its judgements and its findings, and what is not known is not there', () => {
    const { data } = registerReport
    expect(
      valuesAfter(registerReport, publishReport, adoptReport, recordJudgement, recordFinding, linkReportFinding, withdrawReport),
    ).toEqual({
      TITLE: data.title,
      PUBLISHER: data.publisher,
      FRAMEWORK: data.framework,
      KIND: data.kind,
      AUTHORITY: data.authority,
      AUTHORITY_NAME: data.authorityName,
      REFERENCE: data.reference,
      PUBLISHED_ON: data.publishedOn,
      PUBLISHED_AS_PRINTED: data.publishedAsPrinted,
      PUBLISHED_PRECISION: data.publishedPrecision,
      INSPECTED_FROM: data.inspectedFrom,
      INSPECTED_TO: data.inspectedTo,
      ADDRESSEE: data.addressee,
      DOCUMENT_DIGEST: data.documentDigest,
      SUMMARY: data.summary,
      'ADOPTION 2024-07-09 Example Borough Council': expect.objectContaining(adoptReport.data),
      PUBLICATION: 'PUBLISHED',
      WITHDRAWN: 'issued anew',
      'JUDGEMENT staying-safe': expect.objectContaining({ grade: '2', meaning: 'ADEQUATE' }),
      'FINDING private-fostering': recordFinding.data,
      'FINDING_REFERS_TO link-1': linkOfFinding,
    })
  })
  it('is the few facts of its mention, until it is registered', () => {
    const { title, publisher, authority, authorityName, seenIn } = registerMentionedReport.data
    const noted = on('2024-06-13', 'RegisterMentionedReport', { ...registerMentionedReport.data, note: 'not to hand' })
    expect(valuesAfter(noted)).toEqual({
      TITLE: title,
      PUBLISHER: publisher,
      AUTHORITY: authority,
      AUTHORITY_NAME: authorityName,
      SEEN_IN: seenIn,
      NOTE: 'not to hand',
      PUBLICATION: expect.any(String),
    })
    expect(valuesAfter(noted, registerReport)).toMatchObject({ TITLE: registerReport.data.title, KIND: 'INSPECTION' })
    expect(valuesAfter(noted, registerReport)).not.toHaveProperty('NOTE')
  })
})

describe('what an office says', () => {
  const offices = scenario(officeDecider, 'office-example-borough.11111111-2222-4333-8444-555555555555')

  it('is nothing before it is created', () => expect(officeAttributes.values(officeAttributes.initial)).toEqual([]))
  it('is its name and former names, its portfolio, who held it in their order, and what went elsewhere', () => {
    const { state } = offices.given(
      createOffice,
      appointHolder,
      releaseHolder,
      renameOffice,
      changePortfolio,
      on('2025-09-01', 'AppointHolder', { holder }),
      transferService,
    )
    expect(told(officeAttributes.values(state))).toEqual({
      NAME: 'Cabinet Member for Children and Families',
      'FORMER_NAME Cabinet Member for Children': 'Cabinet Member for Children',
      KIND: 'EXECUTIVE_MEMBER',
      PORTFOLIO: "Children's services and schools",
      'HOLDER 1': expect.objectContaining({ holder, from: '2024-05-21', to: '2025-05-20' }),
      'HOLDER 2': expect.objectContaining({ holder, from: '2025-09-01', to: null }),
      'TRANSFER transfer-1': expect.objectContaining({ deliveringBody: "Example Children's Trust" }),
    })
  })
})

describe('what a person says', () => {
  const persons = scenario(personDecider, 'person-7f0c2a54-5d0e-4c33-9a64-6f2f6b1f0d11')
  const name: Sealed = { algorithm: 'A256GCM', keyId: 'key-1', iv: 'AAAA', ciphertext: 'q83_x-', tag: 'tag0' }
  const register = on('2026-01-01', 'RegisterPerson', { name })
  const refuse = on('2026-02-01', 'RefuseErasure', { reason: 'acted publicly as a member' })
  const erase = on('2026-03-01', 'ErasePerson', { reason: 'asked for on 1 March' })
  const valuesAfter = (...commands: readonly PersonCommand[]) => told(personAttributes.values(persons.given(...commands).state))

  it('is nothing before the registration', () => expect(personAttributes.values(personAttributes.initial)).toEqual([]))
  it('is that there is a name, never the name, and what was refused', () => {
    expect(valuesAfter(register)).toEqual({ NAME: { state: 'SEALED', seal: 'AAAA' } })
    expect(valuesAfter(register, refuse, refuse)).toEqual({
      NAME: { state: 'SEALED', seal: 'AAAA' },
      'REFUSED_ERASURE 1': 'acted publicly as a member',
      'REFUSED_ERASURE 2': 'acted publicly as a member',
    })
  })
  it('is why the name was removed, and nothing else, once it was', () =>
    expect(valuesAfter(register, refuse, erase)).toEqual({ NAME: { state: 'REMOVED', reason: 'asked for on 1 March' } }))
})

describe('what a policy says', () => {
  it('is every version that was adopted, with the day from which it is in force', () => {
    const { version: _, ...content } = defaultPolicy
    const { state } = scenario(policyDecider, 'policy-example-borough').given(
      on('2026-01-01', 'AdoptPolicy', content),
      on('2026-06-01', 'AdoptPolicy', { ...content, hasExecutive: false }),
    )
    expect(told(policyAttributes.values(state))).toEqual({
      'ADOPTED_VERSION 1': { from: '2026-01-01', ...content, version: 1 },
      'ADOPTED_VERSION 2': { from: '2026-06-01', ...content, hasExecutive: false, version: 2 },
    })
  })
})
