import type { CommandName } from '@outstanding/domain'
import { registry, roles } from '@outstanding/domain'
import { mayActFor } from '@outstanding/identity'
import { describe, expect, test } from 'vitest'
import * as nouns from '../noun-list.ts'
import { permissionsIn } from './permissions.ts'

const { mayCorrect, mayExecute, table } = permissionsIn(nouns, registry)
const commands = [...new Set(registry.all.flatMap((aggregate) => Object.keys(aggregate.commands)))]

describe('the table of role and command', () => {
  test('has a row for every command of the domain, and none for any other', () => {
    expect(commands.length).toBeGreaterThan(50)
    expect([...table.keys()].toSorted()).toEqual(commands.toSorted())
  })

  test('gives the public and the members of a committee no command, the administrator all but those of the product itself', () => {
    for (const name of commands.filter((command) => command !== 'LinkVisitFinding')) {
      expect(mayExecute('public', name)).toBe(false)
      expect(mayExecute('committee-member', name)).toBe(false)
      expect(mayExecute('administrator', name)).toBe(true)
    }
  })

  test.each<[CommandName, string]>([
    ['ConcludeTracking', 'officer administrator'],
    ['AgreeAssessment', 'officer administrator'],
    ['ProposeAssessment', 'officer responsible-member administrator'],
    ['UpdateProgress', 'officer responsible-member lead-officer administrator'],
    ['AcceptRisk', 'officer quartet administrator'],
    ['TestEvidence', 'officer auditor administrator'],
    ['ErasePerson', 'administrator'],
    ['AdoptPolicy', 'administrator'],
  ])('%s: %s', (name, expected) => {
    expect(roles.filter((role) => mayExecute(role, name)).join(' ')).toBe(expected)
  })

  test('an unknown command may be given by nobody', () => {
    for (const name of ['Close', 'constructor', '']) expect(roles.some((role) => mayExecute(role, name))).toBe(false)
  })

  test('lets nobody correct what they may not record', () => {
    expect(mayCorrect('officer', 'PolicyAdopted')).toBe(false)
    expect(mayCorrect('administrator', 'PolicyAdopted')).toBe(true)
    expect(mayCorrect('officer', 'ReportRegistered')).toBe(true)
    expect(mayCorrect('lead-officer', 'ProgressUpdated')).toBe(false)
    expect(mayCorrect('administrator', 'NothingKnown')).toBe(false)
    // What a visit links to an item follows from the visit's own entry, which can be corrected.
    for (const type of registry.factTypes.filter((each) => each !== 'EntryCorrected'))
      expect([type, mayCorrect('administrator', type)]).toEqual([type, type !== 'VisitFindingLinked'])
  })

  test('a role that records nothing records for nobody, and any other for its own', () => {
    for (const role of roles) {
      const records = commands.some((command) => mayExecute(role, command))
      expect([role, mayActFor[role].office !== 'NONE', mayActFor[role].person !== 'NONE']).toEqual([role, records, records])
    }
  })
})
