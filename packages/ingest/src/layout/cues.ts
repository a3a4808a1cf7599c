/** What layout asks of language, without knowing any grammar: the caller provides the answers. */
export type Cues = {
  /** The line is a heading by its words alone: it announces a list or sets a timescale. */
  heads: (text: string) => boolean
  /** The line opens an item by a label ("Recommendation 4"), so it is no running head however often its like returns. */
  opensItem: (text: string) => boolean
  /** The line addresses the list below it ("To the Ministry of Transport:"). */
  addresses: (text: string) => boolean
  /** The line begins with the label of an answer ("Target date: 31 March"), so it goes on with nothing. */
  labels: (text: string) => boolean
  /** The text is a value and nothing else ("Requires improvement"). */
  isValue: (text: string) => boolean
}
