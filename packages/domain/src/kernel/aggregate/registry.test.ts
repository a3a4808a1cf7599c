import { describe, expect, it } from 'vitest'
import { loan } from '../../../testing/loan/aggregate.ts'
import { aggregates, registry } from '../../aggregates.ts'
import { registryOf } from './registry.ts'

describe('a registry', () => {
  it('finds the aggregate of a stream, the command of an event and the fields of each event', () => {
    const uuid = '0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f'
    expect(registry.aggregateOf(`office-example-borough.${uuid}`)?.name).toBe('office')
    expect(registry.aggregateOf('import-1')).toBeNull()
    expect(registry.commandOfEvent.get('OfficeRenamed')).toBe('RenameOffice')
    expect(Object.keys(registry.declarations.OfficeRenamed)).toEqual(['name', 'formerName'])
    expect([...registry.personFields]).toEqual(['holder'])
    expect(registry.isFactType('toString')).toBe(false)
  })
  it('has each aggregate under its own name, and each event once', () => {
    expect(() => registryOf({ ...aggregates, lending: loan })).toThrow('The aggregate under "lending" has another name.')
    expect(() => registryOf({ ...aggregates, book: { ...loan, name: 'book' }, loan })).toThrow('Two aggregates declare the event BookLent.')
  })
})
