import { policyDecider, isAuthority } from '@outstanding/domain'
import { policyStream } from '@outstanding/event-store'
import { builder } from '../graphql/builder.ts'
import { notASlug } from '../commands/rejected.ts'
import { commandMutation } from '../commands/command-mutation.ts'
import { CategoryMeaning } from '../recommendation/enums.ts'

const CategoryInput = builder.inputType('PolicyCategoryInput', {
  description: 'A category of assessment.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Its code, for example `3`.' }),
    label: t.string({ required: true, description: "In the council's own words." }),
    meaning: t.field({ type: CategoryMeaning, required: true, description: 'The meaning that rules use.' }),
  }),
})

const MappingInput = builder.inputType('PolicyMappingInput', {
  description: 'How a category is shown in another scheme, for example red, amber, green.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'The code of the category.' }),
    shownAs: t.string({ required: true, description: 'How the other scheme shows it.' }),
  }),
})

const ClocksInput = builder.inputType('PolicyClocksInput', {
  description: 'How long each duty takes.',
  fields: (t) => ({
    dueSoonDays: t.int({ required: true, description: 'Calendar days before the date from which an item is due soon, 0 to 366.' }),
    immediateMonths: t.int({ required: true, description: 'Months allowed for "immediate". 0: due on the day of publication.' }),
    executiveResponseMonths: t.int({ required: true, description: 'Months that the executive has to respond.' }),
    inspectionActionPlanWorkingDays: t.int({ required: true, description: 'Working days for an action plan after an inspection.' }),
  }),
})

commandMutation(policyDecider, 'AdoptPolicy', {
  description:
    'Records that an authority adopts a tracking policy from the day of `effectiveOn`. Earlier entries are still read under the policy of their time.',
  fields: (t) => ({
    authority: t.id({ required: true, description: 'The slug of the authority.' }),
    categories: t.field({ type: [CategoryInput], required: true, description: 'The categories of assessment, in order.' }),
    mapping: t.field({ type: [MappingInput], required: true, description: 'How categories are shown in another scheme. May be empty.' }),
    clocks: t.field({ type: ClocksInput, required: true, description: 'How long each duty takes.' }),
    hasExecutive: t.boolean({ required: true, description: 'False under the committee system.' }),
    secondPerson: t.boolean({
      description: "True: the person who records a proposal or request may not record the committee's decision on it. False by default.",
    }),
    policySource: t.string({ required: true, description: 'The document that sets the policy.' }),
    illustrative: t.boolean({ description: 'True for an invented council (example data).' }),
  }),
  renamed: { source: 'policySource' },
  prepare: async ({ authority, categories, mapping, clocks, hasExecutive, secondPerson, policySource, illustrative }, facts) => {
    if (!isAuthority(authority)) return notASlug('authority')
    const shown = Object.fromEntries(mapping.map(({ code, shownAs }) => [code, shownAs]))
    const data = { categories, mapping: shown, clocks, hasExecutive, secondPerson: secondPerson === true, source: policySource }
    const stream = policyStream(authority)
    // What was made up once stays made up.
    const madeUp = illustrative === true || (await facts.stream(stream))?.illustrative === true
    return { kind: 'READY', stream, authority, illustrative: madeUp, data }
  },
})
