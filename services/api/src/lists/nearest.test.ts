import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const many = ['AssessmentAgreed', 'AssessmentProposed', 'OfficeCreated', 'OfficeRenamed', 'OwnerAssigned', 'ReportAdopted', 'ReportListed']
const types = [...many, 'ReportPublished', 'ThemeAssigned']

test('of many, those that are written most alike come first', () => {
  expect(nearest('AssesmentProposed', types)[0]).toBe('AssessmentProposed')
  expect(nearest('reportlisted', types)[0]).toBe('ReportListed')
  expect(nearest('OfficeRename', types).slice(0, 2)).toEqual(['OfficeRenamed', 'OfficeCreated'])
  expect(nearest('', types)).toHaveLength(5)
})

test('of a few, all are named', () => {
  expect(nearest('nowhere', ['a', 'b'])).toEqual(['a', 'b'])
  expect(nearest('nowhere', [])).toEqual([])
})
