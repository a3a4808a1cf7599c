import type { EvidenceAttached } from '@outstanding/domain'

export type SampleEvidence = {
  readonly item: string
  readonly id: string
  readonly on: string
  readonly line: number
  readonly place: string
  readonly shows: EvidenceAttached['data']['shows']
  readonly words: string
}

const survey = 'Corporate Parenting Survey'
const menu = 'Menu of involvement'

/** What the pack of February 2018 shows for R01, R02, R04 and R06. It decides nothing: the committee had not yet met on it. */
export const packEvidence: readonly SampleEvidence[] = [
  {
    item: 'CP2017-R01',
    id: 'menu-completed',
    on: '2017-05-31',
    line: 2417,
    place: `${survey}, paragraph 1.2`,
    shows: 'OUTPUT',
    words:
      'In April and May 2017 the menu was filled in by 105 councillors, given as 87% (105 of 120 would be 88%; the pack does not print how many there are).',
  },
  {
    item: 'CP2017-R01',
    id: 'commitments-published',
    on: '2018-02-14',
    line: 2417,
    place: `${survey}, paragraph 1.2`,
    shows: 'OUTPUT',
    words: 'Their commitments were published on the website as a spreadsheet. The date is not given.',
  },
  {
    item: 'CP2017-R01',
    id: 'survey-reminder',
    on: '2018-01-17',
    line: 304,
    place: 'Action notes of 17 January 2018',
    shows: 'CONTEXT',
    words: 'Members were asked again to answer the survey by 26 January 2018.',
  },
  {
    item: 'CP2017-R01',
    id: 'survey-sent',
    on: '2018-01-31',
    line: 2418,
    place: `${survey}, paragraph 1.3`,
    shows: 'CONTEXT',
    words: '911 commitments in all; the Scrutiny Office sent its survey in December 2017 and in January 2018.',
  },
  {
    item: 'CP2017-R01',
    id: 'survey-answered',
    on: '2018-01-31',
    line: 2422,
    place: `${survey}, paragraph 2.1`,
    shows: 'CONTEXT',
    words: '30 councillors answered, 29% of those who had made commitments.',
  },
  {
    item: 'CP2017-R01',
    id: 'commitments-done',
    on: '2018-01-31',
    line: 2422,
    place: `${survey}, paragraph 2.1`,
    shows: 'OUTPUT',
    words: 'They had carried out 159 commitments, or 172 with those that the coordinator knows of.',
  },
  {
    item: 'CP2017-R01',
    id: 'commitments-not-done',
    on: '2018-01-31',
    line: 2422,
    place: `${survey}, paragraph 2.1`,
    shows: 'CONTEXT',
    words: '117 commitments of those who answered had not yet been carried out.',
  },
  {
    item: 'CP2017-R01',
    id: 'commitments-unplanned',
    on: '2018-01-31',
    line: 2424,
    place: `${survey}, paragraph 2.3`,
    shows: 'OUTPUT',
    words: '18 things were done that nobody had committed to, or 27 with those that the coordinator knows of.',
  },
  {
    item: 'CP2017-R02',
    id: 'survey-shared',
    on: '2018-02-14',
    line: 2432,
    place: `${survey}, paragraph 3.1`,
    shows: 'CONTEXT',
    words:
      'The answers went to the Corporate Parenting Coordinator, to make the handbook of May 2018 from; the handbook itself is not reported.',
  },
  {
    item: 'CP2017-R04',
    id: 'homes-visited',
    on: '2018-01-31',
    line: 2372,
    place: `${menu}, item 2`,
    shows: 'OUTPUT',
    words:
      'An elected member visited 85.2% of the residential homes in the year to January 2018. The recommendation asks for all of them by July 2017; the cell begins with Yes. Both are kept as printed.',
  },
  {
    item: 'CP2017-R04',
    id: 'visiting-together',
    on: '2018-01-31',
    line: 2402,
    place: `${menu}, item 20`,
    shows: 'CONTEXT',
    words: 'Members can always visit in pairs, it is said, and on some visits they did. No figure is given.',
  },
  {
    item: 'CP2017-R06',
    id: 'report-on-agenda',
    on: '2018-02-14',
    line: 37,
    place: 'Agenda, item 5',
    shows: 'OUTPUT',
    words: "The board's yearly report is item 5 of this meeting.",
  },
  {
    item: 'CP2017-R06',
    id: 'report-in-pack',
    on: '2018-02-14',
    line: 2082,
    place: 'Corporate Parenting, pages 83 to 104',
    shows: 'OUTPUT',
    words: 'The report itself, dated 14 February 2018, is in this pack.',
  },
]
