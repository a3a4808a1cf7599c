import type { PolicyContent } from './events.ts'

/**
 * The tracking policy, version 0, used until an authority adopts its own (version 1). We hold no document that prints the six categories: see `source`.
 */
export const defaultPolicy: PolicyContent = {
  version: 0,
  categories: [
    { code: '1', label: 'Achieved (Fully)', meaning: 'ACHIEVED_ON_TIME' },
    { code: '2', label: 'Achieved (Late)', meaning: 'ACHIEVED_LATE' },
    { code: '3', label: 'Not achieved (Progress made)', meaning: 'PROGRESS_MADE' },
    { code: '4', label: 'Not achieved (Obstacle)', meaning: 'OBSTACLE' },
    { code: '5', label: 'Not achieved (Insufficient progress)', meaning: 'INSUFFICIENT_PROGRESS' },
    { code: '6', label: 'In progress', meaning: 'IN_PROGRESS' },
  ],
  mapping: { '1': 'Green', '2': 'Green', '3': 'Amber', '4': 'Red', '5': 'Red', '6': 'Amber' },
  clocks: { dueSoonDays: 45, immediateMonths: 0, executiveResponseMonths: 2, inspectionActionPlanWorkingDays: 70 },
  hasExecutive: true,
  secondPerson: false,
  source:
    "The practice of Birmingham's scrutiny tracking reports of those years, from memory. We hold no document that prints these categories. An administrator can enter the council's own wording.",
}
