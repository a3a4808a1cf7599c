/** The addresses of the pages, as Express matches them. */
export const routes = {
  outstanding: '/',
  recommendation: '/recommendations/:id',
  recommendationChanges: '/recommendations/:id/changes',
  changes: '/changes',
  reports: '/reports',
  report: '/reports/:id',
  visits: '/visits',
  visit: '/visits/:id',
  verification: '/verification',
  api: '/api',
  accessibility: '/accessibility',
} as const

type PathOf<Route> = Route extends `${string}:id${string}` ? (id: string) => string : Route

const withId = (route: string, id: string): string => route.replace(':id', () => encodeURIComponent(id))

/** As links name them: a route of one item takes its id. */
export const paths = Object.fromEntries(
  Object.entries(routes).map(([name, route]) => [name, route.includes(':id') ? (id: string) => withId(route, id) : route]),
) as { readonly [Name in keyof typeof routes]: PathOf<(typeof routes)[Name]> }

/** Published beside the pages by the API. */
export const publishedPaths = {
  schema: '/schema.graphql',
  checkpoint: '/.well-known/outstanding/checkpoint',
  keys: '/.well-known/outstanding/keys',
  tile: (place: string): string => `/.well-known/outstanding/tile/${place}`,
} as const
