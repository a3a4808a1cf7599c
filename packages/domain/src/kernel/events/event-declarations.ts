import type { Fact } from '../../envelope.ts'
import type { Fields, ObjectOf } from '../fields/field.ts'

/** The events of an aggregate, each with its fields: the one place where an event's data is described. */
export type EventDeclarations = Readonly<Record<string, Fields>>

/** The event of one type, as a type. */
export type FactOf<Declared extends EventDeclarations, Type extends keyof Declared & string> = Fact<Type, ObjectOf<Declared[Type]>>

/** Every event of the aggregate, as a union. */
export type EventOf<Declared extends EventDeclarations> = { [Type in keyof Declared & string]: FactOf<Declared, Type> }[keyof Declared &
  string]
