/** The recommendations of each matter that comes back over the years, the oldest first. Findings name their chain themselves. */
export const chains: Readonly<Record<string, readonly string[]>> = {
  'private-fostering': ['JAR2007-02', 'SLAC2010-08'],
  'quality-assurance': ['JAR2007-03', 'SLAC2010-04'],
  'care-planning-recording': ['JAR2007-01', 'SLAC2010-03'],
  'mental-health-placed-away': ['SLAC2010-10'],
  'mental-health-16-17': ['JAR2007-06'],
  'care-leavers-eet': ['SLAC2010-12'],
  'young-people-neet': ['JAR2007-07'],
  'voluntary-sector': ['SLAC2010-07'],
  'impact-on-children-in-reports': ['CP2017-R05'],
  'number-in-care': ['SLAC2010-11'],
  'transition-learning-difficulties': ['JAR2007-04'],
  'prevention-family-support': ['JAR2007-05'],
  'corporate-parenting': ['CP2017-R01'],
  'court-and-permanence': ['SLAC2010-11'],
  'health-of-looked-after': ['SLAC2010-09'],
  'missing-children': ['MISSING2016-R2'],
}
