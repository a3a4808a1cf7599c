import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from '../read-document.ts'
import type { WorkerInput, WorkerOutput } from './read-safely.ts'

const { name, bytes, limits } = workerData as WorkerInput
// The rule is about windows of a browser; a worker's port has one other end only.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (message: WorkerOutput) => parentPort?.postMessage(message)
const outcome = await readDocument(name, bytes, limits, (page, pages) => tell({ kind: 'progress', page, pages }))
tell({ kind: 'done', outcome })
