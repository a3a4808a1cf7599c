/** How far a request reached while it was answered. */
export type Reach = {
  /** Whether it asked anything but the read models: then the same question may have another answer while their rows stay as they are. */
  readonly isBeyond: () => boolean
  /** The same thing, noting that it was used: one with functions as its members. */
  noted<Part extends object>(part: Part): Part
  /** The same of one function. */
  notedCall<Args extends unknown[], Result>(call: (...args: Args) => Result): (...args: Args) => Result
}

export function createReach(): Reach {
  let beyond = false
  return {
    isBeyond: () => beyond,
    noted: (part) =>
      new Proxy(part, {
        get(target, member): unknown {
          beyond = true
          return Reflect.get(target, member)
        },
      }),
    notedCall:
      (call) =>
      (...args) => {
        beyond = true
        return call(...args)
      },
  }
}
