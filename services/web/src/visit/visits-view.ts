import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import type { VisitsPageQuery } from '../queries/queries.ts'
import { template } from '../render/template.ts'
import { directionOrder, directionTag, knownFromWords } from './visit-view.ts'

export type VisitRow = {
  readonly href: string
  readonly title: string
  readonly authority: string
  readonly knownFrom: string
  readonly illustrative: boolean
  readonly findings: readonly { readonly text: string; readonly count: number }[]
  readonly outstanding: number
}
export type VisitsView = { readonly total: number; readonly rows: readonly VisitRow[]; readonly nextHref: string | null }

export function visitsView({ visits }: Pick<VisitsPageQuery, 'visits'>, way: Way): VisitsView {
  return {
    total: visits.totalCount,
    nextHref: visits.pageInfo.hasNextPage ? way(paths.visits, { after: visits.pageInfo.endCursor ?? '' }) : null,
    rows: visits.edges.map(({ node }) => ({
      href: way(paths.visit(node.id)),
      title: node.title,
      authority: node.authorityName,
      knownFrom: knownFromWords(node),
      illustrative: node.illustrative,
      findings: directionOrder.flatMap((direction) => {
        const count = node.findings.filter((finding) => finding.direction === direction).length
        return count === 0 ? [] : [{ text: directionTag(direction).text, count }]
      }),
      outstanding: node.findings.filter(({ outstandingSince }) => outstandingSince !== null).length,
    })),
  }
}

export const visitsTemplate = template<VisitsView>('visit/visits.njk')
