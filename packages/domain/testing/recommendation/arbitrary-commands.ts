import fc from 'fast-check'
import type { IsoDate } from '../../src/envelope.ts'
import type { RecommendationCommand } from '../../src/recommendation/commands.ts'
import { findingDirections } from '../../src/report/events.ts'
import { anyDay, factFields, orNull, principals } from './arbitrary-facts.ts'
import { commandTable, type CommandType } from '../../src/recommendation/command-table.ts'
import { example, examples } from './example-commands.ts'
import { committeeOf, days, decisionAt, ids, policy, publication } from './examples.ts'

const besides = {
  policy: fc.constant(policy),
  principalOfficeKind: fc.oneof({ weight: 15, arbitrary: fc.constant(null) }, fc.constant('EXECUTIVE_MEMBER')),
  reportWithdrawn: fc.constantFrom(false, false, false, true),
  openParts: fc.constantFrom([], [{ id: ids.third, reference: 'R05 a' }]),
  targetExists: fc.constantFrom(true, true, true, false),
  targetOn: orNull(anyDay),
  targetDirection: fc.constantFrom(null, ...findingDirections),
  targetSuccessors: fc.constantFrom([], [], [], [ids.third], [ids.third, ids.stream]),
  printedDueOn: orNull(anyDay),
  // Only an inspection's notice can have one.
  printedDraftDueOn: fc.constantFrom(null, null, null, null, days.due),
  committeeOnDay: fc.oneof(
    { weight: 9, arbitrary: fc.constant(committeeOf(decisionAt(days.meeting)).committeeOnDay) },
    fc.constantFrom(null, { name: 'Another', establishedOn: days.due, abolishedOn: days.meeting }),
  ),
  toCommittee: fc.constantFrom(null, { name: 'One', establishedOn: days.adopted, abolishedOn: null }),
  nearCommittees: fc.constantFrom([], [ids.committee, ids.anotherCommittee]),
  bodyOffice: fc.constantFrom(null, null, null, { name: 'One', abolishedOn: null }, { name: 'One', abolishedOn: days.adopted }),
  office: fc.record({ name: fc.constantFrom('One', 'Two'), abolishedOn: fc.constantFrom(null, null, null, days.adopted) }),
  delivering: fc.constantFrom(null, { owner: 'office-3', name: 'Three' }),
}

/** An assessment with what its category needs, whatever the dates: so that many are accepted. */
const supported = (stated: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const isAchieved = stated.category === '1' || stated.category === '2'
  return {
    ...stated,
    completedOn: isAchieved ? (stated.completedOn ?? days.due) : null,
    evidence: isAchieved ? ['evidence-1'] : [],
    anticipatedCompletionDate: isAchieved ? null : '2018-06-30',
    obstacle: stated.obstacle ?? 'One',
  }
}

/** A command of a type: mostly of the principal and the meeting that fit it. */
const commandOf = (type: CommandType): fc.Arbitrary<RecommendationCommand> => {
  const { event, derived = [] } = commandTable[type]
  const asked = Object.entries(factFields[event]).filter(([field]) => !derived.includes(field))
  const isBeside = (field: string) => Object.hasOwn(examples[type].data, field) && !Object.hasOwn(factFields[event], field)
  const more = Object.entries(besides).filter(([field]) => isBeside(field))
  const data = fc.record(Object.fromEntries([...asked, ...more]))
  const fitting = examples[type].actor
  return fc
    .tuple(data, anyDay, fc.oneof({ weight: 8, arbitrary: fc.constant(fitting) }, fc.constantFrom(...principals)), fc.nat(7))
    .map(([stated, effectiveOn, actor, odd]) => {
      const given = odd > 1 && Object.hasOwn(stated, 'category') ? supported(stated) : stated
      const meeting = odd > 0 && Object.hasOwn(given, 'decision') ? { decision: decisionAt(effectiveOn) } : {}
      return {
        type,
        data: { ...given, ...meeting },
        actor,
        effectiveOn,
        today: odd === 1 ? days.meeting : days.today,
      } as RecommendationCommand
    })
}

const commandTypes = Object.keys(commandTable) as CommandType[]
/** Commands with which histories go on come often, or few would ever get there. */
const often: readonly CommandType[] = [
  'AssignOwner',
  'AssignOwner',
  'AttachEvidence',
  'ProposeAssessment',
  'AgreeAssessment',
  'MakeCommitteeAssessment',
  'RequireResponse',
  'SendDraftPlan',
  'RequestCompletionDateRevision',
  'ApproveCompletionDateRevision',
  'RefuseCompletionDateRevision',
  'ConcludeTracking',
  'HandOverTracking',
  'TakeOnTracking',
  'ReopenTracking',
]
export const anyCommand: fc.Arbitrary<RecommendationCommand> = fc.constantFrom(...commandTypes, ...often).chain(commandOf)

/** Priority action asked for by inspectors, and the notice of its plan: chance alone seldom gives both. */
const urgentInspection = [
  example('IssueRecommendation', { data: { gravity: 'PRIORITY_ACTION', publication: { ...publication, kind: 'INSPECTION' } } }),
  example('RequireResponse'),
]

const opening = fc
  .tuple(
    fc
      .constantFrom<CommandType>('IssueRecommendation', 'IssueRecommendation', 'IssueRecommendation', 'RegisterListedRecommendation')
      .chain(commandOf),
    fc.boolean(),
    fc.constantFrom(true, true, true, false),
    fc.constantFrom(false, false, false, false, false, true),
  )
  .map(([first, evident, tracked, inspected]) => [
    ...(inspected ? urgentInspection : [onDay(first, days.adopted)]),
    ...(tracked ? [example('TakeOnTracking', { on: days.adopted })] : []),
    ...(evident ? [example('AttachEvidence', { on: days.adopted })] : []),
  ])

/** A life of up to 42 commands: half of the time in order of their days, else with late entries. */
export const anyCommands: fc.Arbitrary<readonly RecommendationCommand[]> = fc
  .tuple(opening, fc.array(anyCommand, { maxLength: 40, size: 'max' }), fc.boolean())
  .map(([first, rest, inOrder]) => (inOrder ? orderedByDay([...first, ...rest]) : [...first, ...rest]))

const orderedByDay = (commands: readonly RecommendationCommand[]): readonly RecommendationCommand[] => {
  const sorted = commands.map(({ effectiveOn }) => effectiveOn).sort()
  return commands.map((command, index) => onDay(command, sorted[index] ?? command.effectiveOn))
}

const onDay = (command: RecommendationCommand, effectiveOn: IsoDate): RecommendationCommand => {
  const meeting = 'decision' in command.data ? { decision: decisionAt(effectiveOn) } : {}
  return { ...command, effectiveOn, data: { ...command.data, ...meeting } } as RecommendationCommand
}
