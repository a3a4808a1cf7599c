import { createHash } from 'node:crypto'
import type { Fields, Shape } from '@outstanding/domain'
import { eventMetadata, registry } from '@outstanding/domain'
import { currentVersion } from '@outstanding/event-store'
import type { EventForms } from '@outstanding/projection'

/** How this release reads each type of event: equal forms read equally. */
export const eventForms: EventForms = Object.fromEntries(
  registry.factTypes.map((type) => [type, `${currentVersion(type)} ${digestOf([eventMetadata, registry.declarations[type]])}`]),
)

/** The version of a form. */
export const versionIn = (form: string): string => form.split(' ')[0] ?? ''

function digestOf(all: readonly Fields[]): string {
  return createHash('sha256')
    .update(JSON.stringify(all.map(formsIn)))
    .digest('hex')
    .slice(0, 16)
}

function formsIn(fields: Fields): unknown {
  return Object.entries(fields).map(([name, { shape, optional }]) => [name, optional === true, formOf(shape)])
}

/** What decides whether a value can be read: not the patterns and lengths of new values. */
function formOf(shape: Shape): unknown {
  switch (shape.kind) {
    case 'TEXT':
      return [shape.kind, shape.free]
    case 'ONE_OF':
      return [shape.kind, shape.values]
    case 'NULLABLE':
    case 'LIST':
    case 'DICTIONARY':
      return [shape.kind, formOf(shape.of)]
    case 'OBJECT':
      return [shape.kind, formsIn(shape.fields)]
    case 'VARIANTS':
      return [shape.kind, Object.entries(shape.variants).map(([kind, fields]) => [kind, formsIn(fields)])]
    case 'DATE':
    case 'WHOLE_NUMBER':
    case 'BOOLEAN':
    case 'ONLY_TRUE':
    case 'ANY_OBJECT':
      return [shape.kind]
  }
}
