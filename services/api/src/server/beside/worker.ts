import { parentPort } from 'node:worker_threads'
import type { Task } from './tasks.ts'
import { outcomeOf } from './tasks.ts'

/** A thread of its own for what would keep everybody else waiting: one task after another. */
parentPort?.on('message', (task: Task) => {
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage({ ok: true, outcome: outcomeOf(task) })
  } catch (error) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error) })
  }
})
