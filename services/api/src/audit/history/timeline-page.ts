import type { PageResult, TimelineEntry, TimelineRequest } from '@outstanding/projection'
import { listTimelines } from '@outstanding/projection'
import { defineLoader } from '../../as-of/loader.ts'

type Asked = TimelineRequest & { readonly stream: string }

/** A page of a history, as what it is loaded by. */
export const nameOf = ({ stream, ...request }: Asked): string => JSON.stringify([request, stream])

/** Pages of histories by their names: those that differ in their streams alone are read together. */
export const timelinePage = defineLoader<PageResult<TimelineEntry>>(async ({ snapshot }, names) => {
  const asked = names.map((name) => JSON.parse(name) as readonly [TimelineRequest, string])
  const alike = Map.groupBy(asked, ([request]) => JSON.stringify(request))
  const pages = new Map<string, PageResult<TimelineEntry>>()
  for (const some of alike.values()) {
    const [[request]] = some as [readonly [TimelineRequest, string]]
    const streams = some.map(([, stream]) => stream)
    const found = await listTimelines(snapshot, streams, request)
    for (const [index, page] of found.entries()) pages.set(nameOf({ ...request, stream: streams[index] ?? '' }), page)
  }
  return names.map((name) => pages.get(name) as PageResult<TimelineEntry>)
})
