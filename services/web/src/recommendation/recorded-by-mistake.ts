import { problemTemplate } from '../problem/problem-view.ts'
import { longDate, longInstant } from '@outstanding/wording'
import { paths } from '../paths/paths.ts'
import { queries } from '../queries/queries.ts'
import type { RecordedByMistakeQuery } from '../queries/queries.ts'
import type { ProblemView } from '../problem/problem-view.ts'
import { shown } from '../site/page.ts'
import type { PageAnswer, PageContext } from '../site/page.ts'

/** The page of an item that was shown here and turned out to be recorded by mistake; null of any other. */
export async function recordedByMistakePage({ ask, params }: PageContext): Promise<PageAnswer | null> {
  const { recordedByMistake } = await ask(queries.RecordedByMistake, { id: params['id'] ?? '' })
  if (recordedByMistake === null) return null
  const view = recordedByMistakeView(recordedByMistake)
  return shown(problemTemplate, view, { title: view.heading, section: paths.outstanding }, 410)
}

export const recordedByMistakeView = ({
  effectiveOn,
  recordedAt,
  reason,
}: NonNullable<RecordedByMistakeQuery['recordedByMistake']>): ProblemView => ({
  heading: 'This recommendation was recorded by mistake',
  words: [
    `It was marked as a mistake on ${longDate(effectiveOn)} (recorded on ${longInstant(recordedAt)}).`,
    ...(reason === null ? [] : [`Reason: ${reason}`]),
    'Its entries are kept in the log, but it is not part of this register.',
  ],
  correlationId: null,
})
