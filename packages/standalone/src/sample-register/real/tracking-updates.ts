/** Data of the tracking table: the days on which an update was received, not its content. */
export const trackingUpdates: Readonly<Record<string, readonly string[]>> = {
  'MISSING2016-R2': ['2016-10-12', '2017-04-26', '2017-10-18'],
  'CP2017-R01': ['2017-10-18'],
  'CP2017-R02': ['2017-10-18'],
  'CP2017-R03': ['2017-10-18'],
  'CP2017-R04': ['2017-10-18'],
  'CP2017-R05': ['2017-10-18'],
  'CP2017-R06': ['2017-10-18'],
  'CP2017-R7': ['2017-10-18'],
}

export const updatePlace: Readonly<Record<string, string>> = {
  'MISSING2016-R2': 'pages 105 to 112, section 3, line 2528 of the text; the sessions at line 2496',
}
export const defaultUpdatePlace = 'pages 105 to 112, section 3, line 2529 of the text'

export const defaultUpdateWords = 'The tracking table says that an update was received on this day; what it said is not printed.'

/** The work programme says a little more of the inquiry as a whole; it does not name the recommendation. */
export const updateWords: Readonly<Record<string, string>> = {
  'MISSING2016-R2/2017-04-26': `${defaultUpdateWords} Of the inquiry the work programme says: measures of success, and an evaluation by the police of how missing people are found, were still to come.`,
  'MISSING2016-R2/2017-10-18': `${defaultUpdateWords} Of the inquiry the work programme says: members asked for a note by April 2018 on return home interviews for children placed outside the city.`,
}
