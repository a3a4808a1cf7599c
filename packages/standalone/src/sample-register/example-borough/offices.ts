import type { OfficeKind } from '@outstanding/domain'
import { madeUp, step, type SampleStep } from '../steps/step.ts'
import { streamOfOffice } from '../steps/stream-of.ts'
import { exampleBorough } from './borough.ts'

const offices: readonly (readonly [key: string, name: string, kind: OfficeKind, portfolio: string | null])[] = [
  ['example/cabinet-member', 'Cabinet Member for Children', 'EXECUTIVE_MEMBER', 'Children and young people'],
  ['example/director', "Director of Children's Services", 'OFFICER', null],
  ['example/chief-executive', 'Chief Executive', 'OFFICER', null],
  ['example/transport', 'Head of School Transport', 'OFFICER', null],
  ['example/health-board', 'Example Integrated Care Board', 'PARTNER', null],
]

const cabinetMember = { key: 'example/cabinet-member', stream: streamOfOffice(exampleBorough, 'example/cabinet-member') } as const

export const exampleOfficeSteps: readonly SampleStep[] = [
  ...offices.map(([key, name, kind, portfolio]) =>
    step({
      key: `${key}/create`,
      stream: streamOfOffice(exampleBorough, key),
      command: 'CreateOffice',
      effectiveOn: '2024-05-21',
      source: madeUp,
      fields: { name, authority: exampleBorough, kind, portfolio, illustrative: true },
    }),
  ),
  step({
    key: `${cabinetMember.key}/portfolio`,
    stream: cabinetMember.stream,
    command: 'ChangePortfolio',
    effectiveOn: '2025-05-20',
    source: madeUp,
    fields: { portfolio: 'Children, young people and school transport' },
  }),
  step({
    key: `${cabinetMember.key}/rename`,
    stream: cabinetMember.stream,
    command: 'RenameOffice',
    effectiveOn: '2025-05-20',
    source: madeUp,
    fields: { name: 'Cabinet Member for Children and School Transport' },
  }),
]
