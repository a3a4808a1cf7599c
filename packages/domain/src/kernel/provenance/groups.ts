/** What two things have in common that belong together. */
export type Link = string

/** The things that belong together by any link, also by way of others, in the order of the first of each group. */
export const groupsOf = <Thing>(things: readonly Thing[], linksOf: (thing: Thing) => readonly Link[]): readonly (readonly Thing[])[] => {
  const leaders = things.map((_, index) => index)
  const leaderOf = (index: number): number => {
    let leader = index
    while (leaders[leader] !== leader) leader = leaders[leader] as number
    // Each on the way is led to the end at once, so that long chains are walked only once.
    for (let at = index; at !== leader;) {
      const next = leaders[at] as number
      leaders[at] = leader
      at = next
    }
    return leader
  }
  const firstWith = new Map<Link, number>()
  for (const [index, thing] of things.entries())
    for (const link of linksOf(thing)) {
      const first = firstWith.get(link)
      if (first === undefined) firstWith.set(link, index)
      else join(leaders, leaderOf(first), leaderOf(index))
    }
  return [...Map.groupBy(things.keys(), leaderOf).values()].map((group) => group.map((index) => things[index] as Thing))
}

/** The earlier leads. */
const join = (leaders: number[], one: number, other: number): void => {
  leaders[Math.max(one, other)] = Math.min(one, other)
}
