/** One thing to try, with the command for it. */
export type Example = { readonly heading: string; readonly words: string; readonly command: string }

const fields = 'reference title position { tracking schedule { state daysOverdue } }'

/** Each can be pasted into a terminal as it stands, with `curl`. `site` is the address of the register, without a path. */
export const examplesFor = (site: string): readonly Example[] => [
  {
    heading: 'Find what is outstanding',
    words: 'Lists come in pages. To get the next page, use after: with the endCursor of the previous page.',
    command: asked(
      site,
      `{
  recommendations(first: 5, filter: { schedule: [OVERDUE] }) {
    totalCount pageInfo { endCursor }
    edges { node { id ${fields} } }
  }
}`,
    ),
  },
  {
    heading: 'Show the position on another day',
    words:
      'asAt gives the position on a day. asKnownAt leaves out records made later. Both accept a date; asKnownAt also accepts a time or a log position.',
    command: asked(
      site,
      `{
  recommendations(first: 5, asAt: "2018-02-14", asKnownAt: "2026-12-31") {
    edges { node { ${fields} } }
  }
}`,
    ),
  },
  {
    heading: 'Download the schema',
    words: 'Every type and field is described. Tools can also read the schema by introspection.',
    command: `curl -s ${site}/schema.graphql`,
  },
]

const asked = (site: string, query: string): string => `curl -sG ${site}/graphql \\
  --data-urlencode 'query=${query}'`
