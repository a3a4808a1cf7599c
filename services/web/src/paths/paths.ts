/** The addresses of the pages: as Express matches them, and as links name them. */
export const routes = {
  outstanding: '/',
  recommendation: '/recommendations/:id',
  recommendationChanges: '/recommendations/:id/changes',
  changes: '/changes',
  reports: '/reports',
  report: '/reports/:id',
  verification: '/verification',
  api: '/api',
  accessibility: '/accessibility',
} as const

export const paths = {
  outstanding: routes.outstanding,
  recommendation: (id: string): string => withId(routes.recommendation, id),
  recommendationChanges: (id: string): string => withId(routes.recommendationChanges, id),
  changes: routes.changes,
  reports: routes.reports,
  report: (id: string): string => withId(routes.report, id),
  verification: routes.verification,
  api: routes.api,
  accessibility: routes.accessibility,
} as const

const withId = (route: string, id: string): string => route.replace(':id', () => encodeURIComponent(id))

/** Published beside the pages by the API. */
export const publishedPaths = {
  schema: '/schema.graphql',
  checkpoint: '/.well-known/outstanding/checkpoint',
  keys: '/.well-known/outstanding/keys',
  tile: (place: string): string => `/.well-known/outstanding/tile/${place}`,
} as const
