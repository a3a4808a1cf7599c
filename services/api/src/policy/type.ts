import type { IsoDate, PolicyCategory, PolicyContent } from '@outstanding/domain'
import { defaultPolicy, isAuthority } from '@outstanding/domain'
import { policyStream } from '@outstanding/event-store'
import { policiesOf } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { fieldError } from '../errors/field-error.ts'
import { HistoryOf } from '../history/history-field.ts'
import type { Basis } from '../reading/basis.ts'
import { basisOf, now } from '../reading/basis.ts'
import type { View } from '../reading/reading.ts'
import { timesArgs } from '../reading/times-args.ts'
import { CategoryMeaning } from '../recommendation/enums.ts'

type Version = PolicyContent & { readonly from: IsoDate | null }
type PolicyNode = { readonly id: string; readonly authority: string; readonly versions: readonly Version[]; readonly basis: Basis }

const CategoryType = builder.objectRef<PolicyCategory & { readonly shownAs: string | null }>('PolicyCategory').implement({
  fields: (t) => ({
    code: t.exposeString('code'),
    label: t.exposeString('label'),
    meaning: t.expose('meaning', { type: CategoryMeaning, description: 'What the rules test.' }),
    shownAs: t.exposeString('shownAs', { nullable: true, description: 'In another scheme, for example red, amber, green.' }),
  }),
})

const ClocksType = builder.objectRef<PolicyContent['clocks']>('PolicyClocks').implement({
  fields: (t) => ({
    dueSoonDays: t.exposeInt('dueSoonDays', { description: 'Calendar days.' }),
    immediateMonths: t.exposeInt('immediateMonths'),
    executiveResponseMonths: t.exposeInt('executiveResponseMonths'),
    inspectionActionPlanWorkingDays: t.exposeInt('inspectionActionPlanWorkingDays'),
  }),
})

const VersionType = builder.objectRef<Version>('PolicyVersion').implement({
  description: 'What was recorded while a version was in force is always read under it.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    from: t.expose('from', { type: 'Date', nullable: true, description: 'Null: the default, in force where none was adopted.' }),
    categories: t.field({
      type: [CategoryType],
      resolve: ({ categories, mapping }) => categories.map((category) => ({ ...category, shownAs: mapping[category.code] ?? null })),
    }),
    clocks: t.expose('clocks', { type: ClocksType }),
    hasExecutive: t.exposeBoolean('hasExecutive', { description: 'False under the committee system.' }),
    secondPerson: t.exposeBoolean('secondPerson', {
      description: "Whoever records a proposal or request may not record the committee's decision on it.",
    }),
    source: t.exposeString('source'),
  }),
})

export const PolicyType = builder.objectRef<PolicyNode>('Policy')

builder.node(PolicyType, {
  description: 'The tracking policy of an authority, with its versions.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => policyNode(await context.reading.view(), id.replace(/^policy-/, ''), now),
  interfaces: [HistoryOf],
  fields: (t) => ({
    authority: t.exposeID('authority'),
    versions: t.field({
      type: [VersionType],
      description: 'In the order in which they took effect.',
      resolve: ({ versions }) => [...versions],
    }),
    inForce: t.field({
      type: VersionType,
      args: { asAt: t.arg({ type: 'Date', description: 'Valid time, inclusive; the day of the policy by default, which is today.' }) },
      resolve: ({ versions, basis }, { asAt }, { today }) =>
        versions.findLast(({ from }) => from === null || from <= (asAt ?? basis.asAt ?? today)) ?? { ...defaultPolicy, from: null },
    }),
  }),
})

async function policyNode(view: View, authority: string, basis: Basis): Promise<PolicyNode> {
  if (!isAuthority(authority)) throw fieldError('isSlug', 'authority', 'Lower-case letters, digits and single hyphens.')
  const adopted = await policiesOf(view.at(basis).snapshot, authority)
  return { id: policyStream(authority), authority, versions: [{ ...defaultPolicy, from: null }, ...adopted], basis }
}

builder.queryFields((t) => ({
  policy: t.field({
    type: PolicyType,
    description: 'Its own policy where it adopted one, and the default before and without.',
    args: { authority: t.arg.id({ required: true, description: 'A slug.' }), ...timesArgs },
    resolve: async (_root, { authority, ...times }, context) => {
      const view = await context.reading.view()
      return policyNode(view, authority, await basisOf(view.snapshot, times))
    },
  }),
}))
