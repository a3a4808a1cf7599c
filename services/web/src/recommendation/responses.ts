import { daysWords, labelOf, longDate, responses } from '@outstanding/wording'
import type { RecommendationNode } from './recommendation-node.ts'

type ResponseOfBody = { readonly name: string; readonly value: string; readonly detail: string }
type Responding = Pick<RecommendationNode, 'answers' | 'responsesRequired'>
type Notice = Responding['responsesRequired'][number]
type Answer = Responding['answers'][number]

/** Each body on its own: what it answered and when, or by when its answer is due. */
export const responsesOf = (node: Responding): readonly ResponseOfBody[] => {
  const awaited = awaitedOf(node)
  return [
    ...node.answers.filter(({ body }) => !awaited.some((notice) => notice.body === body)).map(answered),
    ...awaited.map((notice) => awaitedFrom(notice, node)),
  ]
}

/** The oldest open notice of each body: a reminder moves no date. */
const awaitedOf = ({ responsesRequired }: Responding): readonly Notice[] => {
  const open = responsesRequired.filter(({ answeredOn }) => answeredOn === null).toSorted((a, b) => (a.noticeOn < b.noticeOn ? -1 : 1))
  return [...Map.groupBy(open, ({ body }) => body).values()].flatMap(([first]) => first ?? [])
}

const answered = ({ bodyName, response, effectiveOn, dueOn, daysLate, wording, reasons }: Answer): ResponseOfBody => ({
  name: `Response of ${bodyName}`,
  value: labelOf(responses, response),
  detail: told([`${bodyName}, ${longDate(effectiveOn)}`, lateness(dueOn, daysLate), wording, reasons]),
})

const awaitedFrom = ({ body, bodyName, dueOn, computed, daysLate }: Notice, { answers }: Responding): ResponseOfBody => {
  const earlier = answers.find((answer) => answer.body === body)
  return {
    name: `Response of ${bodyName}`,
    value: labelOf(responses, 'AWAITED'),
    detail: told([
      `${bodyName}: due ${longDate(dueOn)}`,
      lateness(null, daysLate),
      computed,
      earlier === undefined ? null : `answered before: ${labelOf(responses, earlier.response)}, ${longDate(earlier.effectiveOn)}`,
    ]),
  }
}

/** "18 days late (due 16 August 2024)"; nothing where no notice asked for it. */
const lateness = (dueOn: string | null, daysLate: number | null): string | null => {
  if (daysLate === null) return null
  if (daysLate === 0) return dueOn === null ? null : `in time (due ${longDate(dueOn)})`
  return dueOn === null ? `${daysWords(daysLate)} late` : `${daysWords(daysLate)} late (due ${longDate(dueOn)})`
}

const told = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ')
