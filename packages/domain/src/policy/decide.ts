import { accept, type Decider, type Decision } from '../decision.ts'
import type { PolicyCommand } from './commands.ts'
import type { PolicyContent, PolicyEvent } from './events.ts'
import type { EntryCheck } from '../entry/check-correction.ts'
import { checkCorrection } from '../entry/check-correction.ts'
import { correctionsIn, wholeCorrection } from '../entry/whole-correction.ts'
import { checkEffectiveOn, firstOf, needs, needsText, needsWholeNumber, type Check } from '../field/check-field.ts'
import { evolvePolicy, noPolicy, type PolicyState } from './state.ts'

const checkCategories = ({ categories, mapping }: Pick<PolicyContent, 'categories' | 'mapping'>): Check => {
  const codes = categories.map((category) => category.code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  const unknown = Object.keys(mapping).find((code) => !codes.includes(code))
  return firstOf(
    needs(categories.length > 0, 'categoriesRequired', 'categories', 'A policy has at least one category.'),
    ...categories.flatMap((category, index) => [
      needsText(`categories.${index}.code`, category.code),
      needsText(`categories.${index}.label`, category.label),
    ]),
    needs(twice === undefined, 'categoryCodeUnique', 'categories', `Two categories have the code ${twice}.`),
    needs(
      categories.some((category) => category.meaning === 'ACHIEVED_ON_TIME'),
      'categoryForAchieved',
      'categories',
      'One category must mean achieved on time: without it nothing could ever be concluded as achieved.',
    ),
    needs(unknown === undefined, 'mappingNamesCategory', 'mapping', `The mapping names ${unknown}, which is no category's code.`),
  )
}

const checkContent = (content: Omit<PolicyContent, 'version'>): Check =>
  firstOf(
    checkCategories(content),
    needsWholeNumber('clocks.dueSoonDays', content.clocks.dueSoonDays, 0, 366),
    needsWholeNumber('clocks.immediateMonths', content.clocks.immediateMonths, 0, 24),
    needsWholeNumber('clocks.executiveResponseMonths', content.clocks.executiveResponseMonths, 1, 12),
    needsWholeNumber('clocks.inspectionActionPlanWorkingDays', content.clocks.inspectionActionPlanWorkingDays, 1, 250),
    needsText('source', content.source),
  )

const checkEntry: EntryCheck = (type, data) => (type === 'PolicyAdopted' ? checkContent(data as PolicyContent) : null)

const decide = (command: PolicyCommand, state: PolicyState): Decision<PolicyEvent> => {
  if (command.type === 'CorrectEntry') {
    const refusal = firstOf(checkEffectiveOn(command), checkCorrection(command, state.entries, checkEntry))
    return refusal
      ? { ok: false, rejection: refusal }
      : accept({ type: 'EntryCorrected', data: wholeCorrection(command.data, correctionsIn(state.entries)) })
  }
  const last = state.adoptions.at(-1)
  const refusal = firstOf(
    checkEffectiveOn(command),
    checkContent(command.data),
    needs(
      last === undefined || command.effectiveOn >= last.effectiveOn,
      'notBeforeLastAdoption',
      'effectiveOn',
      `The last policy was adopted on ${last?.effectiveOn}; another cannot take effect before it.`,
    ),
  )
  if (refusal) return { ok: false, rejection: refusal }
  const version = Math.max(0, ...state.adoptions.map((adoption) => adoption.content.version)) + state.voided + 1
  return accept({ type: 'PolicyAdopted', data: { ...command.data, version } })
}

/** The tracking policy of one authority, with its versions. */
export const policyDecider: Decider<PolicyState, PolicyCommand, PolicyEvent> = { initial: noPolicy, decide, evolve: evolvePolicy }
