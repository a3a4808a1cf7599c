import type { AggregateName, CommandOfAggregate, IsoDate, Rejection } from '@outstanding/domain'
import { parseStream } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import type { Roles } from '@outstanding/identity'
import type { RegisterAsOf } from '../as-of/read-session.ts'
import type { Facts } from '../commands/facts.ts'

export type Reader = Pick<RegisterAsOf, 'audience' | 'load'>

/** `position`: of the correction that undid it. */
export type Undone = { readonly refusal: Rejection; readonly position: string }

/** An entry of any noun: the name of its stream says which. */
type AnyEntry = { readonly stream: string }

/** What of an item is kept from a reader. */
export type Hidden = {
  /** Whether nothing that anybody recorded of it in words is shown, so that whatever mentions it is kept too. */
  readonly isWhole: boolean
  hidesEntry(entry: { readonly eventId: string }): boolean
  hidesValue(value: { readonly field: string; readonly key: string }): boolean
}

/** What a noun adds to the generic code of the API, which names none. What is optional is asked of some nouns only. */
export type Noun<Command extends string = string> = {
  /** Who may give each of its commands. It says who may type it; whose act it is (the principal) is the domain's rule. */
  readonly permissions: Readonly<Record<Command, Roles>>
  /** Who sees an item, by its id: asked for readers who see only what is published. */
  isShown(id: string, reader: Reader): Promise<boolean>
  /** What of an item, though it is shown, is kept from the public; null where nothing is. As things stand, as what is withheld is. */
  readonly hiddenOf?: (id: string, reader: Reader) => Promise<Hidden | null>
  /** Who gets its events from the event feed: everybody who may see the item, signed-in users, or nobody. */
  readonly feed: 'PUBLIC' | 'SIGNED_IN' | 'NOBODY'
  /** The name of an item, for entries that name it as their principal or actor; null where there is none of that id. */
  readonly nameOf?: (id: string, reader: Reader) => Promise<string | null>
  /** Whether a person (an opaque id) holds such an item today, and held it on the day of the command. */
  readonly isHeldBy?: (facts: Facts, item: string, person: string) => Promise<boolean>
  /**
   * Undoes an entry that the order of the log forbids, where commands to several items were sent together. Null where it holds.
   * Doing it again changes nothing.
   */
  readonly undoInOrder?: (store: EventStore, entry: AnyEntry, today: IsoDate) => Promise<Undone | null>
  /** What a correction of any noun is decided with, besides the entry: under which policy, for one. `day`: of the corrected entry. */
  readonly factsOfCorrection?: (facts: Facts, authority: string, day: IsoDate | undefined) => Promise<object>
}

/** The noun of one aggregate: a command without permissions does not compile. The correction is the same for all. */
export type NounOf<Name extends AggregateName> = Noun<Exclude<CommandOfAggregate<Name>['type'], 'CorrectEntry'>>

export type Nouns = { readonly [Name in AggregateName]: NounOf<Name> }

let registered: Nouns | null = null

/** Called once, by the schema, with every noun there is. */
export const registerNouns = (nouns: Nouns): void => void (registered = nouns)

export function allNouns(): Nouns {
  if (registered === null) throw new Error('No noun is registered: load schema.ts first.')
  return registered
}

/** The noun of an item; undefined for the id of none. */
export function nounOf(id: string): Noun | undefined {
  const aggregate = parseStream(id)?.aggregate
  return aggregate && allNouns()[aggregate]
}

/** The name of an item of any noun, or of a person; null where there is none of that id. */
export const nameOf = async (id: string, reader: Reader): Promise<string | null> => (await nounOf(id)?.nameOf?.(id, reader)) ?? null
