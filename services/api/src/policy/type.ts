import type { IsoDate, PolicyCategory, PolicyContent } from '@outstanding/domain'
import { defaultPolicy, isAuthority } from '@outstanding/domain'
import { policyStream } from '@outstanding/event-store'
import { policiesOf } from '@outstanding/read-models/policies'
import { builder } from '../graphql/builder.ts'
import { fieldError } from '../server/errors/field-error.ts'
import { HistoryOf } from '../audit/history/history-field.ts'
import { isKnownAuthority, refuseUnknownAuthority } from '../lists/refuse-unknown.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { resolveAsOf, now } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { CategoryMeaning } from '../recommendation/enums.ts'

/** The authority of what belongs to none: always there, on an empty register too. */
const everywhere = 'national'

type Version = PolicyContent & { readonly from: IsoDate | null }
type PolicyNode = { readonly id: string; readonly authority: string; readonly versions: readonly Version[]; readonly asOf: AsOf }

const CategoryType = builder.objectRef<PolicyCategory & { readonly shownAs: string | null }>('PolicyCategory').implement({
  description: 'A category of assessment.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, for example `3`.' }),
    label: t.exposeString('label', { description: "Its label, in the council's own words." }),
    meaning: t.expose('meaning', { type: CategoryMeaning, description: 'The meaning that the rules use.' }),
    shownAs: t.exposeString('shownAs', { nullable: true, description: 'In another scheme, for example red, amber, green.' }),
  }),
})

const ClocksType = builder.objectRef<PolicyContent['clocks']>('PolicyClocks').implement({
  description: 'How long each duty takes.',
  fields: (t) => ({
    dueSoonDays: t.exposeInt('dueSoonDays', { description: 'Calendar days.' }),
    immediateMonths: t.exposeInt('immediateMonths', {
      description: 'Months allowed for "immediate". 0: due on the day of publication.',
    }),
    executiveResponseMonths: t.exposeInt('executiveResponseMonths', { description: 'Months that the executive has to respond.' }),
    inspectionActionPlanWorkingDays: t.exposeInt('inspectionActionPlanWorkingDays', {
      description: 'Working days for an action plan after an inspection.',
    }),
  }),
})

const VersionType = builder.objectRef<Version>('PolicyVersion').implement({
  description: 'Entries are always read under the version in force when they were recorded.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'The number of the version. Each adoption adds one.' }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'Null for the default policy, which applies until one is adopted.',
    }),
    categories: t.field({
      type: [CategoryType],
      description: 'The categories of assessment, in order.',
      resolve: ({ categories, mapping }) => categories.map((category) => ({ ...category, shownAs: mapping[category.code] ?? null })),
    }),
    clocks: t.expose('clocks', { type: ClocksType, description: 'How long each duty takes.' }),
    hasExecutive: t.exposeBoolean('hasExecutive', { description: 'False under the committee system.' }),
    secondPerson: t.exposeBoolean('secondPerson', {
      description: "The person who records a proposal or request may not record the committee's decision on it.",
    }),
    source: t.exposeString('source', { description: 'The document that sets the policy.' }),
  }),
})

export const PolicyType = builder.objectRef<PolicyNode>('Policy')

builder.node(PolicyType, {
  description: 'The tracking policy of an authority, with its versions.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, context) => {
    const view = await context.readSession.view()
    const policy = await policyNode(view, id.replace(/^policy-/, ''), now)
    return (await isKnown(view, policy)) ? policy : null
  },
  interfaces: [HistoryOf],
  fields: (t) => ({
    authority: t.exposeID('authority', { description: 'The slug of the authority.' }),
    versions: t.field({
      type: [VersionType],
      description: 'In the order in which they took effect.',
      resolve: ({ versions }) => [...versions],
    }),
    inForce: t.field({
      type: VersionType,
      description: 'The version in force on a day.',
      args: { asAt: t.arg({ type: 'Date', description: 'Valid time, inclusive. By default the day asked for on the policy.' }) },
      resolve: ({ versions, asOf }, { asAt }, { today }) =>
        versions.findLast(({ from }) => from === null || from <= (asAt ?? asOf.asAt ?? today)) ?? { ...defaultPolicy, from: null },
    }),
  }),
})

async function policyNode(view: View, authority: string, asOf: AsOf): Promise<PolicyNode> {
  if (!isAuthority(authority)) throw fieldError('isSlug', 'authority', 'Lower-case letters, digits and single hyphens.')
  const adopted = await policiesOf(view.at(asOf).snapshot, authority)
  return { id: policyStream(authority), authority, versions: [{ ...defaultPolicy, from: null }, ...adopted], asOf }
}

const isAdopted = ({ authority, versions }: PolicyNode): boolean => authority === everywhere || versions.length > 1
const isKnown = async (view: View, policy: PolicyNode): Promise<boolean> => isAdopted(policy) || isKnownAuthority(view, policy.authority)

builder.queryFields((t) => ({
  policy: t.field({
    type: PolicyType,
    description:
      'The policy that the authority adopted, or the default policy until it adopts one. `national` has the default. An authority that is not on the register is refused.',
    args: { authority: t.arg.id({ required: true, description: 'A slug.' }), ...asOfArgs },
    resolve: async (_root, { authority, ...times }, context) => {
      const view = await context.readSession.view()
      const policy = await policyNode(view, authority, await resolveAsOf(view.snapshot, times))
      if (!isAdopted(policy)) await refuseUnknownAuthority(view, authority)
      return policy
    },
  }),
}))
