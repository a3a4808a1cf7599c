import type { ProjectionStatus, ReadModels } from '@outstanding/projection'

/** How far the read models are, and whether they are whole. However many ask, the database is asked at most once in `freshMs`. */
export type Progress = {
  position(): Promise<string>
  standing(): Promise<Standing>
}

/** `halted`: why nothing more is projected. `parkedStreams`: of how many streams not every entry is shown. */
export type Standing = { readonly halted: NonNullable<ProjectionStatus['halted']>['kind'] | null; readonly parkedStreams: number }

const beforeEverything = '0'

export function createProgress(readModels: Pick<ReadModels, 'status'>, freshMs = 200): Progress {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<ProjectionStatus | null> = Promise.resolve(null)
  const status = (): Promise<ProjectionStatus | null> => {
    const now = performance.now()
    if (now - asked >= freshMs) {
      asked = now
      answer = readModels.status()
    }
    return answer
  }
  return {
    position: async () => (await status())?.position ?? beforeEverything,
    standing: async () => {
      const { halted = null, parkedStreams = 0 } = (await status()) ?? {}
      return { halted: halted?.kind ?? null, parkedStreams }
    },
  }
}
