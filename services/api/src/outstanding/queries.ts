import type { OutstandingByOwner, OutstandingByReport } from '@outstanding/read-models'
import { listOutstandingByOwner, listOutstandingByReport, listThemes } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { refuseUnknownFilter } from '../recommendation/refuse-unknown-filter.ts'
import { OwnerRole } from '../recommendation/enums.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { resolveAsOf } from '../as-of/as-of.ts'
import { asOfArgs } from '../as-of/as-of-args.ts'
import { ReportType, reportNode } from '../report/type.ts'
import { ScheduleCountsType } from './counts-type.ts'

const ByOwner = builder.objectRef<OutstandingByOwner>('OutstandingByOwner').implement({
  description: 'The recommendations of one owner in one role. A recommendation with several owners is counted for each.',
  fields: (t) => ({
    owner: t.exposeID('owner', { description: "An office's `id`, or the slug of a body." }),
    name: t.exposeString('name', { description: "The office's or body's name." }),
    role: t.expose('role', { type: OwnerRole, description: 'Its role as an owner.' }),
    outstanding: t.exposeInt('outstanding', { description: 'How many a committee still tracks.' }),
    schedule: t.expose('schedule', { type: ScheduleCountsType, description: 'The outstanding ones by state of the schedule.' }),
  }),
})

const ByReport = builder.objectRef<OutstandingByReport & { readonly asOf: AsOf }>('OutstandingByReport').implement({
  description: 'The recommendations of one report, counted.',
  fields: (t) => ({
    title: t.exposeString('title', { description: "The report's title." }),
    outstanding: t.exposeInt('outstanding', { description: 'How many a committee still tracks.' }),
    concluded: t.exposeInt('concluded', { description: 'How many are concluded.' }),
    notTracked: t.exposeInt('notTracked', { description: 'How many no committee tracks: neither outstanding nor concluded.' }),
    schedule: t.expose('schedule', { type: ScheduleCountsType, description: 'The outstanding ones by state of the schedule.' }),
    report: t.field({
      type: ReportType,
      nullable: true,
      description: 'The report. Null if you may not see it.',
      resolve: async ({ report, asOf }, _args, context) => reportNode(await context.readSession.view(), report, asOf),
    }),
  }),
})

builder.queryFields((t) => {
  const args = {
    authority: t.arg.id({ description: 'A slug.' }),
    illustrative: t.arg.boolean({ description: 'False: leaves out example data (invented councils).' }),
    ...asOfArgs,
  }
  const complexity = { field: 20, multiplier: 20 }
  return {
    outstandingByOwner: t.field({
      type: [ByOwner],
      args,
      complexity,
      description: 'The number of outstanding recommendations of each owner, largest first.',
      resolve: async (_root, { asAt, asKnownAt, ...asked }, context) => {
        const view = await context.readSession.view()
        const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
        const { snapshot, audience } = view.at(asOf)
        const found = await listOutstandingByOwner(snapshot, { ...asked, audience, asAt: asOf.asAt })
        if (found.length === 0) await refuseUnknownFilter(view, asked)
        return found
      },
    }),
    themes: t.field({
      type: ['String'],
      args,
      complexity,
      description: 'Every theme in use, in alphabetical order.',
      resolve: async (_root, { asAt, asKnownAt, ...asked }, context) => {
        const view = await context.readSession.view()
        const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
        const { snapshot, audience } = view.at(asOf)
        const found = await listThemes(snapshot, { ...asked, audience, asAt: asOf.asAt })
        if (found.length === 0) await refuseUnknownFilter(view, asked)
        return found
      },
    }),
    outstandingByReport: t.field({
      type: [ByReport],
      args,
      complexity,
      description: 'For each report with recommendations, the number outstanding and concluded.',
      resolve: async (_root, { asAt, asKnownAt, ...asked }, context) => {
        const view = await context.readSession.view()
        const asOf = await resolveAsOf(view.snapshot, { asAt, asKnownAt })
        const { snapshot, audience } = view.at(asOf)
        const found = await listOutstandingByReport(snapshot, { ...asked, audience, asAt: asOf.asAt })
        if (found.length === 0) await refuseUnknownFilter(view, asked)
        return found.map((row) => ({ ...row, asOf }))
      },
    }),
  }
})
