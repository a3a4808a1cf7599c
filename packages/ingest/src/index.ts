/**
 * Reads published reports: a document in, proposals out. No store, no service, no database.
 *
 * `readDocument` is pure work in the calling thread (for trusted files and tests); `readDocumentSafely` does the same in a worker
 * with caps on memory, pages and time, which is what a service uses for files that somebody sent. Both give a value, never an
 * exception for a bad file: `{ ok: false, unreadable }` names the reason and holds a sentence for the person who sent it.
 * Pages count from 1, confidence goes from 0 to 1, dates are ISO and as exact as the document prints them.
 */
export { readDocument, type ReadOutcome, type ReadLimits } from './read-document.ts'
export { readDocumentSafely, type SafeOptions } from './guard/read-safely.ts'
export { runReadCommand, type ReadCommandIo } from './read-command.ts'
export type { NotProposed, ProposedGrade, ProposedRecommendation, Reading, ReportDetails } from './reading.ts'
export type { TimescaleGrade } from './grammar/timescale.ts'
export type { UnreadableReason } from './formats/unreadable.ts'
