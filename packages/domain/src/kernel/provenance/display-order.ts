import type { Fact } from '../../envelope.ts'
import type { Change } from '../difference/changes.ts'
import { facetsOf } from './split-history.ts'
import type { AttributeReader } from './attribute.ts'

/** Existing values in display order, then removed ones. Changes of one facet are already in their own order. */
export const inDisplayOrder = <State, F extends Fact<string, unknown>, Field extends string, Changed extends Change<Field>>(
  reader: AttributeReader<State, F, Field>,
  changes: readonly Changed[],
): readonly Changed[] => {
  const fields: readonly string[] = facetsOf(reader).flatMap((facet) => facet.fields)
  const place = ({ field, after }: Changed): number => fields.indexOf(field) + (after === null ? fields.length + 1 : 0)
  return changes.length < 2 ? changes : changes.toSorted((a, b) => place(a) - place(b))
}
