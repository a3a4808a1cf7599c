import type { TypeOf } from '../kernel/fields/field.ts'
import { code, date, oneOf, objectOf, words } from '../kernel/fields/declare.ts'

/** How a statutory or agreed due date was computed; kept with the event that started the clock. */
export const dueDateCalculation = objectOf({
  /** The clock's name: "executiveResponse", "inspectionActionPlan", "coronerResponse" ... */
  clock: code,
  /**
   * The instrument that sets it, with its version; "as printed in the letter" where a printed date won. The program sets it and corrections
   * read it, so it stays when the texts are removed.
   */
  instrument: code,
  startedOn: date,
  startedBy: words,
  calendar: oneOf(['CALENDAR', 'WORKING_DAYS_ENGLAND_AND_WALES']),
  dueOn: date,
  words,
})
export type DueDateCalculation = TypeOf<typeof dueDateCalculation>
