import type { LogFilter } from '@outstanding/projection'
import type { RecommendationFilter } from '@outstanding/read-models'
import { entriesById } from '@outstanding/projection'
import { isInLog, knownActors, knownAuthorities, knownOwners, knownThemes, peopleById, reportsById } from '@outstanding/read-models'
import type { GraphQLError } from 'graphql'
import { fieldError } from '../server/errors/field-error.ts'
import { personIdOf } from '../server/identity/person-id.ts'
import type { RegisterAsOf, View } from '../as-of/reading.ts'
import { nearest } from './nearest.ts'

/** What is asked of all that is known: a value of the past stays known, so that an empty list of another time is answered as empty. */
type Register = Pick<View, 'snapshot' | 'audience'>

export const isKnownAuthority = async ({ snapshot, audience }: Register, authority: string): Promise<boolean> =>
  (await knownAuthorities(snapshot, audience)).includes(authority)

/** Throws where nothing on the register has this authority: an empty answer would read as if it had nothing outstanding. */
export async function refuseUnknownAuthority({ snapshot, audience }: Register, authority: string): Promise<void> {
  const known = await knownAuthorities(snapshot, audience)
  if (!known.includes(authority)) throw unknown('authority', `No authority "${authority}" is on the register.`, authority, known)
}

/** Of a filter that found nothing: throws at the first value that nothing on the register has. */
export async function refuseUnknownIn(register: Register, filter: RecommendationFilter): Promise<void> {
  const { snapshot, audience } = register
  const { authority, owner, theme, report } = filter
  if (authority != null) await refuseUnknownAuthority(register, authority)
  if (owner != null) {
    const owners = await knownOwners(snapshot, audience)
    if (!owners.includes(owner)) throw unknown('owner', `No owner has the id "${owner}".`, owner, owners)
  }
  if (theme != null) {
    const themes = await knownThemes(snapshot, audience)
    if (!themes.includes(theme)) throw unknown('theme', `No recommendation has the theme "${theme}".`, theme, themes)
  }
  if (report != null && (await reportsById(snapshot, [report], { audience }))[0] === null)
    throw unknown('report', `You can see no report with the id "${report}". The query "reports" lists those that you can see.`, report, [])
}

/** As `refuseUnknownIn`, of a filter of the log. */
export async function refuseUnknownInLog({ snapshot }: Pick<RegisterAsOf, 'snapshot'>, filter: LogFilter): Promise<void> {
  const { authority, actor, stream, correlation, causation } = filter
  if (authority != null) await refuseUnknownAuthority({ snapshot, audience: 'ALL' }, authority)
  if (actor != null && (await peopleById(snapshot, [actor], {}))[0] === null) {
    const [asked, actors] = [personIdOf(actor), (await knownActors(snapshot)).map((each) => personIdOf(each))]
    if (!actors.includes(asked)) throw unknown('actor', `Nobody with the id "${asked}" has recorded anything.`, asked, actors)
  }
  if (stream != null && !(await isInLog(snapshot, 'stream', stream)))
    throw unknown('stream', `No item has the id "${stream}". Check the id.`, stream, [])
  if (correlation != null && !(await isInLog(snapshot, 'correlation_id', correlation)))
    throw unknown('correlation', `No entry has the correlation id "${correlation}".`, correlation, [])
  if (causation != null && !(await isCause(snapshot, causation)))
    throw unknown('causation', `There is no entry "${causation}".`, causation, [])
}

const isCause = async (snapshot: RegisterAsOf['snapshot'], causation: string): Promise<boolean> =>
  (await entriesById(snapshot, [causation]))[0] !== null || isInLog(snapshot, 'causation_id', causation)

function unknown(field: string, message: string, written: string, possible: readonly string[]): GraphQLError {
  const named = nearest(written, possible)
  const which = named.length === possible.length ? 'Known' : 'The nearest'
  return fieldError('isKnown', field, named.length === 0 ? message : `${message} ${which}: ${named.join(', ')}.`)
}
