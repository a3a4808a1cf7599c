import type { OfficeKind } from '@outstanding/domain'

export type SampleOffice = {
  readonly key: string
  readonly name: string
  readonly kind: OfficeKind
  readonly portfolio: string | null
  readonly line: number
}

/** The offices that the tracking section of the pack names as responsible. */
export const birminghamOffices: readonly SampleOffice[] = [
  { key: 'office/all-councillors', name: 'All Councillors', kind: 'MEMBER', portfolio: null, line: 2531 },
  {
    key: 'office/cabinet-member-children',
    name: 'Cabinet Member for Children, Families and Schools',
    kind: 'EXECUTIVE_MEMBER',
    portfolio: 'Children, families and schools',
    line: 2533,
  },
  { key: 'office/deputy-leader', name: 'Deputy Leader', kind: 'EXECUTIVE_MEMBER', portfolio: null, line: 2535 },
  { key: 'office/district-champions', name: 'District Corporate Parent Champions', kind: 'MEMBER', portfolio: null, line: 2537 },
  {
    key: 'office/cabinet-member-transparency',
    name: 'Cabinet Member for Transparency, Openness and Equality',
    kind: 'EXECUTIVE_MEMBER',
    portfolio: 'Transparency, openness and equality',
    line: 2539,
  },
]
