import { lengthFrom } from '../words/lengths.ts'
import { daysWords, labelOf, longDate, responses } from '@outstanding/wording'
import type { RecommendationNode } from './recommendation-node.ts'

type ResponseOfBody = {
  /** With the body in it, so that the detail need not name it again. */
  readonly name: string
  readonly value: string
  readonly detail: string
  /** The detail under a name without the body. */
  readonly detailWithBody: string
}
type Responding = Pick<RecommendationNode, 'answers' | 'responsesRequired'>
type Notice = Responding['responsesRequired'][number]
type Response = Responding['answers'][number]

/** Each body on its own: what its response was and when, or by when it is due. */
export const responsesOf = (node: Responding): readonly ResponseOfBody[] => {
  const awaited = awaitedOf(node)
  return [
    ...node.answers.filter(({ body }) => !awaited.some((notice) => notice.body === body)).map(given),
    ...awaited.map((notice) => awaitedFrom(notice, node)),
  ]
}

/** The oldest open notice of each body: a reminder moves no date. */
const awaitedOf = ({ responsesRequired }: Responding): readonly Notice[] => {
  const open = responsesRequired.filter(({ respondedOn }) => respondedOn === null).toSorted((a, b) => (a.noticeOn < b.noticeOn ? -1 : 1))
  return [...Map.groupBy(open, ({ body }) => body).values()].flatMap(([first]) => first ?? [])
}

const given = ({ bodyName, response, effectiveOn, dueOn, daysLate, wording, reasons }: Response): ResponseOfBody => ({
  ...ofBody(bodyName, ', ', [longDate(effectiveOn), lateness(dueOn, daysLate), wording, reasons]),
  value: labelOf(responses, response),
})

const ofBody = (bodyName: string, between: string, parts: readonly (string | null)[]): Omit<ResponseOfBody, 'value'> => ({
  name: `Response of ${bodyName}`,
  detail: told(parts),
  detailWithBody: `${bodyName}${between}${told(parts)}`,
})

const awaitedFrom = ({ body, bodyName, dueOn, computed, daysLate, draft }: Notice, { answers }: Responding): ResponseOfBody => {
  const earlier = answers.find((response) => response.body === body)
  return {
    ...ofBody(bodyName, ': ', [
      `due ${longDate(dueOn)}`,
      daysLate === null || daysLate === 0 ? null : `${lengthFrom(dueOn, daysLate)} late`,
      computed,
      draftWords(draft),
      earlier === undefined ? null : `earlier response: ${labelOf(responses, earlier.response)}, ${longDate(earlier.effectiveOn)}`,
    ]),
    value: labelOf(responses, 'AWAITED'),
  }
}

/** "draft due 11 March 2024, 3 days late" or "draft sent on 15 March 2024". */
const draftWords = (draft: Notice['draft']): string | null => {
  if (draft === null) return null
  const { dueOn, sentOn, daysLate } = draft
  const late = daysLate === null || daysLate === 0 ? '' : `, ${lengthFrom(dueOn, daysLate)} late`
  return sentOn === null ? `draft due ${longDate(dueOn)}${late}` : `draft sent on ${longDate(sentOn)}${late}`
}

/** "18 days late (due 16 August 2024)"; nothing where no notice asked for it. */
const lateness = (dueOn: string | null, daysLate: number | null): string | null => {
  if (daysLate === null) return null
  if (daysLate === 0) return dueOn === null ? null : `in time (due ${longDate(dueOn)})`
  return dueOn === null ? `${daysWords(daysLate)} late` : `${lengthFrom(dueOn, daysLate)} late (due ${longDate(dueOn)})`
}

const told = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ')
