import type { OfficeEvent, PersonEvent, PolicyEvent, ReportEvent } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import fc from 'fast-check'
import { authority, firstDay, uuid } from './arbitrary-names.ts'

export const reportFact = fc.constantFrom<ReportEvent>(
  {
    type: 'ReportRegistered',
    data: {
      title: 'Wörds, with a tab\tand a \\ backslash',
      publisher: 'Inspectors',
      framework: 'joint area review',
      kind: 'INSPECTION',
      authority,
      authorityName: 'Example Borough',
      reference: '330',
      publishedOn: firstDay,
      publishedAsPrinted: null,
      publishedPrecision: 'DAY',
      inspectedFrom: null,
      inspectedTo: null,
      addressee: null,
      seenIn: null,
      documentDigest: null,
      summary: null,
    },
  },
  {
    type: 'ReportListed',
    data: { title: 'Mentioned', publisher: 'A body', authority, authorityName: 'Example Borough', seenIn: 'a pack', note: null },
  },
  { type: 'ReportAdopted', data: { body: 'City Council', resolution: null } },
  { type: 'ReportPublished', data: {} },
  { type: 'ReportWithheld', data: { reason: 'not yet' } },
  { type: 'ReportWithdrawn', data: { reason: 'an error' } },
  {
    type: 'JudgementRecorded',
    data: {
      judgementId: 'j1',
      subject: 'Leadership',
      column: null,
      section: null,
      grade: '3',
      scale: null,
      meaning: 'GOOD',
      meaningDerived: true,
      printedIn: 'TABLE',
      place: null,
    },
  },
  { type: 'FindingRecorded', data: { findingId: 'f1', subject: 'Visits', words: 'late', direction: 'WEAKNESS', place: null } },
)

export const officeFact = fc.constantFrom<OfficeEvent>(
  { type: 'OfficeCreated', data: { name: 'Director of Children', authority, kind: 'OFFICER', portfolio: null } },
  { type: 'HolderAppointed', data: { holder: `person-${uuid(1)}` } },
  { type: 'HolderLeft', data: { holder: `person-${uuid(1)}` } },
  { type: 'OfficeRenamed', data: { name: 'Director of Families', formerName: 'Director of Children' } },
  {
    type: 'ServiceTransferred',
    data: { service: 'all', accountableBody: 'council', deliveringBody: 'trust', to: `office-${authority}.${uuid(2)}` },
  },
)

const sealed = { algorithm: 'A256GCM', keyId: 'k', iv: 'aa', ciphertext: 'bb', tag: 'cc' } as const
export const personFact = fc.constantFrom<PersonEvent>(
  { type: 'PersonRegistered', data: { name: sealed } },
  { type: 'PersonRenamed', data: { name: { ...sealed, iv: 'dd' } } },
  { type: 'PersonErased', data: { reason: 'asked' } },
  { type: 'ErasureRefused', data: { reason: 'acts publicly' } },
)

export const policyFact = fc.constantFrom<PolicyEvent>(
  { type: 'PolicyAdopted', data: { ...defaultPolicy, version: 1, clocks: { ...defaultPolicy.clocks, dueSoonDays: 10 } } },
  { type: 'PolicyAdopted', data: { ...defaultPolicy, version: 2, clocks: { ...defaultPolicy.clocks, dueSoonDays: 90 } } },
)
