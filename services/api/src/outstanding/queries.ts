import type { OutstandingByOwner, OutstandingByReport } from '@outstanding/read-models'
import { listOutstandingByOwner, listOutstandingByReport } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { OwnerRole } from '../recommendation/enums.ts'
import { ReportType } from '../report/type.ts'
import { ScheduleCountsType } from './counts-type.ts'

const ByOwner = builder.objectRef<OutstandingByOwner>('OutstandingByOwner').implement({
  description: 'What stands against one owner in one role. An item with several owners counts with each.',
  fields: (t) => ({
    owner: t.exposeID('owner', { description: "An office's `id`, or the slug of a body." }),
    name: t.exposeString('name'),
    role: t.expose('role', { type: OwnerRole }),
    outstanding: t.exposeInt('outstanding', { description: 'Not concluded.' }),
    schedule: t.expose('schedule', { type: ScheduleCountsType }),
  }),
})

const ByReport = builder.objectRef<OutstandingByReport>('OutstandingByReport').implement({
  fields: (t) => ({
    title: t.exposeString('title'),
    outstanding: t.exposeInt('outstanding', { description: 'Not concluded.' }),
    concluded: t.exposeInt('concluded'),
    schedule: t.expose('schedule', { type: ScheduleCountsType }),
    report: t.field({
      type: ReportType,
      nullable: true,
      resolve: async ({ report }, _args, context) => (await context.reading.view()).load.report(report),
    }),
  }),
})

builder.queryFields((t) => {
  const args = {
    authority: t.arg.id({ description: 'A slug.' }),
    illustrative: t.arg.boolean({ description: 'False: without made-up councils.' }),
    asAt: t.arg({ type: 'Date' as const, description: 'Valid time, inclusive; today in London by default.' }),
  }
  const complexity = { field: 20, multiplier: 20 }
  return {
    outstandingByOwner: t.field({
      type: [ByOwner],
      args,
      complexity,
      description: 'Who has how many recommendations outstanding, the most first.',
      resolve: async (_root, asked, context) => {
        const { snapshot, audience } = await context.reading.view()
        return listOutstandingByOwner(snapshot, { ...asked, audience })
      },
    }),
    outstandingByReport: t.field({
      type: [ByReport],
      args,
      complexity,
      description: 'Of every report with recommendations, how many are outstanding and how many concluded.',
      resolve: async (_root, asked, context) => {
        const { snapshot, audience } = await context.reading.view()
        return listOutstandingByReport(snapshot, { ...asked, audience })
      },
    }),
  }
})
