import type { RecommendationFilter } from '@outstanding/read-models'
import { knownOwners, knownThemes, reportsById } from '@outstanding/read-models'
import { knownCommittees } from '@outstanding/read-models/committees'
import type { Register } from '../lists/refuse-unknown.ts'
import { refuseUnknownAuthority, unknown } from '../lists/refuse-unknown.ts'

/** Of a filter that found nothing: throws at the first value that nothing on the register has. */
export async function refuseUnknownFilter(register: Register, filter: RecommendationFilter): Promise<void> {
  const { snapshot, audience } = register
  const { authority, owner, theme, report, trackedBy } = filter
  if (authority != null) await refuseUnknownAuthority(register, authority)
  if (owner != null) {
    const owners = await knownOwners(snapshot, audience)
    if (!owners.includes(owner)) throw unknown('owner', `No owner has the id "${owner}".`, owner, owners)
  }
  if (trackedBy != null) {
    const committees = await knownCommittees(snapshot, authority ?? null)
    if (!committees.includes(trackedBy)) throw unknown('trackedBy', `No committee has the slug "${trackedBy}".`, trackedBy, committees)
  }
  if (theme != null) {
    const themes = await knownThemes(snapshot, audience)
    if (!themes.includes(theme)) throw unknown('theme', `No recommendation has the theme "${theme}".`, theme, themes)
  }
  if (report != null && (await reportsById(snapshot, [report], { audience }))[0] === null)
    throw unknown('report', `You can see no report with the id "${report}". The query "reports" lists those that you can see.`, report, [])
}
