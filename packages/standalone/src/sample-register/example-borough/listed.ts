import type { Gravity } from '@outstanding/domain'
import type { SampleOwner, SampleRecommendation } from '../sample-report.ts'

/** What the inspectors call their recommendations; the scrutiny inquiries name none. */
const gravities: Readonly<Record<string, Gravity>> = {
  'EXI2025-01': 'PRIORITY_ACTION',
  'EXI2025-02': 'STATUTORY_REQUIREMENT',
  'EXI2025-03': 'AREA_FOR_IMPROVEMENT',
  'EXI2025-04': 'AREA_FOR_IMPROVEMENT',
}

const place = (page: number, heading: string) => ({ page: String(page), heading, line: `paragraph ${page}.1` })

export type Row = readonly [
  local: string,
  reference: string | null,
  timescale: string | null,
  theme: string,
  title: string,
  text: string,
  owners: readonly SampleOwner[],
]

/** The recommendations of one report, three to a page. */
export const listed =
  (heading: string, firstPage: number) =>
  ([local, reference, timescale, theme, title, text, owners]: Row, index: number): SampleRecommendation => ({
    local,
    ...(gravities[local] && { gravity: gravities[local] }),
    reference,
    ordinal: index + 1,
    title,
    text,
    timescale,
    theme,
    owners,
    place: place(firstPage + Math.floor(index / 3), heading),
  })
