import type { ResponseInLetter, GiveResponse, Recorded, ReportRespondedTo, ReportEvent } from '@outstanding/domain'
import { parseStream, recommendationDecider } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { uuidV5 } from '@outstanding/event-store'
import type { ItemsFollowed } from '../commands/each-item.ts'
import { eachItem, nothingFollowed } from '../commands/each-item.ts'
import { effectiveAct } from '../commands/effective-act.ts'
import { followUp, whoseAndWhen } from '../commands/follow-up.ts'
import { officeKindOf } from '../office/office-kind.ts'
import { officeOn } from '../office/office-on.ts'

type Act = Recorded<ReportRespondedTo>

/**
 * Records the response to each recommendation that a letter names in its own history. The act in the log alone decides, and each item's
 * command has an id that follows from it, so a process that follows the log can continue where it stopped, and doing it again changes
 * nothing.
 */
export async function recordResponses(store: EventStore, event: StoredEvent, today: string): Promise<ItemsFollowed> {
  if (event.type !== 'ReportRespondedTo' || parseStream(event.stream)?.aggregate !== 'report') return nothingFollowed
  const act = await effectiveAct<ReportEvent>(store, event)
  if (act?.type !== 'ReportRespondedTo') return nothingFollowed
  const data = await dataOfLetter(store, act.data, act.metadata)
  const responseTo = new Map(act.data.responses.map((response) => [response.item, response]))
  return eachItem([...responseTo.keys()], async (item) => {
    const response = responseTo.get(item)
    return response === undefined
      ? null
      : followUp(store, recommendationDecider, following(act, { ...data, ...contentOf(response) }, item, today))
  })
}

const following = (act: Act, data: GiveResponse['data'], stream: string, today: string) => ({
  entry: act,
  stream,
  command: { type: 'GiveResponse', data, ...whoseAndWhen(act), today } as const,
  commandId: uuidV5(act.metadata.commandId, stream),
})

export const contentOf = ({ response, wording, reasons }: ResponseInLetter) => ({ response, wording, reasons })

type Letter = Pick<ReportRespondedTo['data'], 'letter' | 'body' | 'bodyName'>
type Whose = Pick<Act['metadata'], 'actor' | 'effectiveOn'>

/** What every response of a letter has in common. */
export async function dataOfLetter(store: EventStore, { letter, body, bodyName }: Letter, { actor, effectiveOn }: Whose) {
  const principalOfficeKind = actor.onBehalfOf === undefined ? null : await officeKindOf(store, actor.onBehalfOf.id)
  return { letter, body, bodyName, bodyOffice: await officeOn(store, body, effectiveOn), principalOfficeKind }
}
