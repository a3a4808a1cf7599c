import type { CommitteeNamed, CommitteeOnDay, IsoDate } from '@outstanding/domain'
import { committeeDecider, firstName, isAuthority } from '@outstanding/domain'
import { committeeStream } from '@outstanding/event-store'
import { knownCommittees } from '@outstanding/read-models/committees'
import type { Facts } from '../commands/facts.ts'
import { foldStream } from '../commands/fold-stream.ts'
import { nearest } from '../lists/nearest.ts'

/** What the register knows of a committee that a command names for a day: whether it is there the log itself says. */
export async function committeeNamed(facts: Facts, authority: string, slug: string, day: IsoDate): Promise<CommitteeNamed> {
  const committeeOnDay = await committeeOn(facts, authority, slug, day)
  return { committeeOnDay, nearCommittees: committeeOnDay === null ? await nearCommittees(facts, authority, slug) : [] }
}

/** Of these slugs, those of committees of the authority, and those that come nearest to the first that is none. */
export async function committeesNamed(
  facts: Facts,
  authority: string,
  slugs: readonly string[],
): Promise<{ readonly known: readonly string[]; readonly near: readonly string[] }> {
  const found = await Promise.all(slugs.map((slug) => committeeOn(facts, authority, slug, facts.effectiveOn)))
  const unknown = slugs.find((_, index) => found[index] === null)
  return {
    known: slugs.filter((_, index) => found[index] !== null),
    near: unknown === undefined ? [] : await nearCommittees(facts, authority, unknown),
  }
}

/** One that was established only later has its first name. */
async function committeeOn({ store }: Facts, authority: string, slug: string, day: IsoDate): Promise<CommitteeOnDay | null> {
  if (!isAuthority(slug)) return null
  const stream = committeeStream(authority, slug)
  const now = await foldStream(store, committeeDecider, stream)
  if (!now?.establishedOn) return null
  const then = await foldStream(store, committeeDecider, stream, day)
  return {
    name: then?.slug == null ? firstName(now) : then.name,
    establishedOn: now.establishedOn,
    abolishedOn: now.abolished?.on ?? null,
  }
}

async function nearCommittees(facts: Facts, authority: string, slug: string): Promise<readonly string[]> {
  const { snapshot } = await facts.view()
  return nearest(slug, await knownCommittees(snapshot, authority))
}
