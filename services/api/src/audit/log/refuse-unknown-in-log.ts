import type { LogFilter } from '@outstanding/projection'
import { entriesById } from '@outstanding/projection'
import { isInLog, knownActors } from '@outstanding/read-models'
import type { RegisterAsOf } from '../../as-of/read-session.ts'
import { refuseUnknownAuthority, unknown } from '../../lists/refuse-unknown.ts'
import { nameOf } from '../../nouns/noun.ts'
import { personIdOf } from '../../server/identity/person-id.ts'

/** Of a filter of the log that found nothing: throws at the first value that nothing in the log has. */
export async function refuseUnknownInLog(register: RegisterAsOf, filter: LogFilter): Promise<void> {
  const { snapshot } = register
  const { authority, actor, stream, correlation, causation } = filter
  if (authority != null) await refuseUnknownAuthority({ snapshot, audience: 'ALL' }, authority)
  const asked = actor == null ? null : personIdOf(actor)
  if (asked !== null && (await nameOf(asked, register)) === null) {
    const actors = (await knownActors(snapshot)).map((each) => personIdOf(each))
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
