import { on } from '../scenario.ts'

export const establishCommittee = on('2012-05-22', 'EstablishCommittee', {
  slug: 'children',
  name: "Children's Committee",
  authority: 'example-borough',
  kind: 'OVERVIEW_AND_SCRUTINY',
  remit: 'Children and young people',
  quorum: 4,
} as const)
export const renameCommittee = on('2017-05-23', 'RenameCommittee', { name: 'Children and Families Committee' })
export const abolishCommittee = on('2019-05-21', 'AbolishCommittee', {
  successors: ['people'],
  resolution: 'Council, 21 May 2019',
  successorsKnown: ['people'],
  nearCommittees: ['people'],
} as const)
