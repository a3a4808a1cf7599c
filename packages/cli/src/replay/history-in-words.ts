import { allToTheDay, registry, withKnownParts } from '@outstanding/domain'
import type { DomainFact, EntryCorrected, Recorded } from '@outstanding/domain'
import { effectsById } from '@outstanding/projection'
import { effectInWords, sentenceOf } from '@outstanding/wording'

export type Asked = {
  /** Up to when, as it was asked for; null: everything recorded. */
  readonly asked: string | null
  nameOfOffice(id: string): string | undefined
}

/**
 * The steps of a stream in the order in which they were recorded, as lines: of each both times, who (a role, and for whom: no
 * name of a person), its content, what it changed, and which other entries correct it.
 */
export function historyInWords(stream: string, facts: readonly Recorded<DomainFact>[], options: Asked): readonly string[] {
  const effects = effectsById(registry, stream, facts)
  const numbers = new Map(facts.map(({ eventId }, n) => [eventId, n + 1]))
  const entries = facts.length === 1 ? '1 entry' : `${facts.length} entries`
  return [
    `${stream}: ${entries}, ${options.asked === null ? 'all that is known' : `as known at ${options.asked}`}`,
    ...facts.flatMap((fact, n) => [
      '',
      `${n + 1}. ${fact.type} on ${fact.metadata.effectiveOn}, recorded ${fact.recordedAt.replace('T', ' ')} at log position ${fact.position}`,
      ...[
        `by ${who(fact, options)}${fact.metadata.illustrative ? ' (illustration)' : ''}`,
        sentenceOf(fact.type, withKnownParts(fact.data, fact.metadata.precisions ?? allToTheDay)),
        `effect: ${lowerFirst(effectInWords(effects.get(fact.eventId) ?? []))}`,
        ...corrections(fact, facts, numbers),
        ...sourceOf(fact),
      ].map((line) => `   ${line.replaceAll('\n', '\n   ')}`),
    ]),
  ]
}

function who({ metadata: { actor } }: Recorded<DomainFact>, { nameOfOffice }: Asked): string {
  const { onBehalfOf } = actor
  if (onBehalfOf === undefined) return actor.role
  const principal =
    onBehalfOf.kind === 'office' ? (nameOfOffice(onBehalfOf.id) ?? onBehalfOf.id) : `the ${onBehalfOf.kind} ${onBehalfOf.id}`
  return `${actor.role}, on behalf of ${principal}`
}

/** The entry that this one corrects, and the entries that correct this one. */
function corrections(
  fact: Recorded<DomainFact>,
  facts: readonly Recorded<DomainFact>[],
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  const corrects = correctionIn(fact)
  const by = facts.filter((other) => correctionIn(other)?.entry === fact.eventId).map(({ eventId }) => numbers.get(eventId))
  return [
    ...(corrects === null ? [] : [`corrects entry ${numbers.get(corrects.entry) ?? corrects.entry}`]),
    ...(by.length === 0 ? [] : [`corrected by entry ${by.join(', ')}`]),
  ]
}

const correctionIn = (fact: Recorded<DomainFact>): EntryCorrected['data'] | null => (fact.type === 'EntryCorrected' ? fact.data : null)

/** What a document says of when and where it was recorded: shown as such. */
const sourceOf = ({ metadata: { source } }: Recorded<DomainFact>): readonly string[] =>
  source === undefined
    ? []
    : [`source: ${[source.system, source.document, source.place, source.recordedOn].filter((part) => part !== undefined).join(', ')}`]

const lowerFirst = (words: string): string => words.replace(/^./, (letter) => letter.toLowerCase())
