/** The state of one part of the product. Public: it is shown in the health answers. */
export type PartState = {
  /** An instant in UTC (ISO); null while the part runs. */
  readonly downSince: string | null
  /** How often it ended by itself since the product was started. */
  readonly ends: number
  /** One sentence on what keeps it from working although it runs, for example a full disk; null when nothing does. */
  readonly problem: string | null
  /** Unhandled promise rejections since the part's process was started. */
  readonly unhandledRejections: number
}

export type PartStates = {
  all(): Readonly<Record<string, PartState>>
  ended(name: string): void
  isBack(name: string): void
  rejected(name: string, unhandledRejections: number): void
  hasProblem(name: string, problem: string | null): void
  /** `listener` runs after every change. */
  onChange(listener: () => void): void
  /** Runs `wake` whenever a part is back, so that what waits for it can try at once. Returns a function that ends this. */
  onBack(wake: () => void): () => void
}

export function createPartStates(now: () => Date = () => new Date()): PartStates {
  const states = new Map<string, PartState>()
  const listeners: (() => void)[] = []
  const waking = new Set<() => void>()
  const of = (name: string): PartState => states.get(name) ?? { downSince: null, ends: 0, problem: null, unhandledRejections: 0 }
  function change(name: string, changed: Partial<PartState>): void {
    states.set(name, { ...of(name), ...changed })
    for (const listener of listeners) listener()
  }
  return {
    all: () => Object.fromEntries(states),
    ended: (name) => change(name, { ends: of(name).ends + 1, downSince: of(name).downSince ?? now().toISOString() }),
    isBack(name) {
      change(name, { downSince: null, unhandledRejections: 0 })
      for (const wake of waking) wake()
    },
    rejected: (name, unhandledRejections) => change(name, { unhandledRejections }),
    hasProblem: (name, problem) => change(name, { problem }),
    onChange: (listener) => void listeners.push(listener),
    onBack(wake) {
      waking.add(wake)
      return () => void waking.delete(wake)
    },
  }
}

/** One sentence on the parts that are down, since when, and on what keeps a part from its work; undefined when all is well. */
export function partProblems(states: Readonly<Record<string, PartState>>): string | undefined {
  const problems = Object.entries(states).flatMap(([name, { downSince, problem }]) => [
    ...(downSince === null ? [] : [`${inSentence(name)} has been down since ${downSince}`]),
    ...(problem === null ? [] : [problem]),
  ])
  return problems.length === 0 ? undefined : problems.join('; ')
}

/** A part's name as sentences have it: proper names have no article. */
export const inSentence = (name: string): string => (/^[A-Z]/.test(name) ? name : `the ${name}`)
