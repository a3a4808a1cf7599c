import { Worker } from 'node:worker_threads'
import type { Progress } from '../formats/document-from.ts'
import { READ_LIMITS, unread, type ReadLimits, type ReadOutcome } from '../read-document.ts'

/** Memory in megabytes for the worker's heap; time in milliseconds for the whole file. */
export type SafeOptions = Partial<ReadLimits> & { maxMegabytes?: number; maxMilliseconds?: number; progress?: Progress }
const MEGABYTES = 512
const MILLISECONDS = 60_000
const OUTSIDE_HEAP = 256

export type WorkerInput = { name: string; bytes: Uint8Array; limits: Partial<ReadLimits> }
export type WorkerOutput = { kind: 'progress'; page: number; pages: number } | { kind: 'done'; outcome: ReadOutcome }

/** Reads a file that somebody sent, in a worker of its own: when it takes too much memory or time the worker ends, the process stays. */
export function readDocumentSafely(name: string, bytes: Uint8Array, options: SafeOptions = {}): Promise<ReadOutcome> {
  const { maxMegabytes = MEGABYTES, maxMilliseconds = MILLISECONDS, progress, ...limits } = options
  const maxBytes = limits.maxBytes ?? READ_LIMITS.maxBytes
  if (bytes.byteLength > maxBytes)
    return Promise.resolve(unread('tooLarge', `the file is larger than ${Math.round(maxBytes / 1048576)} MB`))
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: { name, bytes, limits } satisfies WorkerInput,
      resourceLimits: { maxOldGenerationSizeMb: maxMegabytes, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
    })
    const before = process.memoryUsage.rss()
    const end = (outcome: ReadOutcome) => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.removeAllListeners()
      // A worker that is already gone may still report an error; there is nobody left to tell.
      worker.on('error', () => {})
      void worker.terminate()
      resolve(outcome)
    }
    const timer = setTimeout(
      () => end(unread('tooSlow', `reading took longer than ${Math.round(maxMilliseconds / 1000)} s and was stopped`)),
      maxMilliseconds,
    )
    // The heap's limit does not count buffers outside it; what the whole process grows by does.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > (maxMegabytes + OUTSIDE_HEAP) * 1048576) end(tooMuchMemory())
    }, 50)
    const tooMuchMemory = () => unread('tooMuchMemory', `reading took more than ${maxMegabytes} MB of memory and was stopped`)
    worker.on('message', (message: WorkerOutput) => {
      if (message.kind === 'progress') progress?.(message.page, message.pages)
      else end(message.outcome)
    })
    worker.on('error', (error: Error & { code?: string }) =>
      end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooMuchMemory()
          : unread('broken', 'the file could not be read: it is damaged, or of a form this reader does not know'),
      ),
    )
    worker.on('exit', () => end(unread('broken', 'the file could not be read: the reader stopped')))
  })
}
