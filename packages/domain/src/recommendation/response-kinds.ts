/** What a body can respond: what of it a report of a kind allows is a rule. */
export const responseKinds = [
  'ACCEPTED',
  'ACCEPTED_WITH_AMENDED_WORDING',
  'ACCEPTED_IN_PART',
  'NOT_ACCEPTED',
  'ACTION_STATEMENT',
  'ADOPTED',
  'ADAPTED',
  'DECLINED',
] as const
export type ResponseKind = (typeof responseKinds)[number]
