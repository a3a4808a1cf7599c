import type { ReadModels } from '@outstanding/read-models'

/** How far the read models are. However many ask, the database is asked at most once in `freshMs`. */
export type Progress = { position(): Promise<string> }

const beforeEverything = '0'

export function createProgress(readModels: Pick<ReadModels, 'status'>, freshMs = 200): Progress {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<string> = Promise.resolve(beforeEverything)
  return {
    position: () => {
      const now = performance.now()
      if (now - asked >= freshMs) {
        asked = now
        answer = readModels.status().then((status) => status?.position ?? beforeEverything)
      }
      return answer
    },
  }
}
