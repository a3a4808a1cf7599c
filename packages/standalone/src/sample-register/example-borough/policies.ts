import { defaultPolicy } from '@outstanding/domain'
import { policyStream } from '@outstanding/event-store'
import { madeUp, step, type FieldsOf, type SampleStep } from '../steps/step.ts'
import { exampleBorough } from './borough.ts'

const content = (dueSoonDays: number, policySource: string): FieldsOf<'AdoptPolicy'> => ({
  authority: exampleBorough,
  categories: defaultPolicy.categories,
  mapping: Object.entries(defaultPolicy.mapping).map(([code, shownAs]) => ({ code, shownAs })),
  clocks: { ...defaultPolicy.clocks, dueSoonDays },
  hasExecutive: true,
  secondPerson: false,
  policySource,
  illustrative: true,
})

const adopted = (key: string, effectiveOn: string, fields: FieldsOf<'AdoptPolicy'>): SampleStep =>
  step({ key, stream: policyStream(exampleBorough), command: 'AdoptPolicy', effectiveOn, source: madeUp, fields })

/** The six categories, adopted twice: from 2025 an item is due soon two weeks earlier. Earlier entries stay under the first. */
export const examplePolicySteps: readonly SampleStep[] = [
  adopted('example/policy/1', '2024-05-21', content(45, 'Example data: scrutiny procedure rules of Example Borough, 2024')),
  adopted('example/policy/2', '2025-05-20', content(60, 'Example data: scrutiny procedure rules of Example Borough, 2025')),
]
