import type { Past } from './past.ts'

/** An address with what is asked in it; `asked` may name something several times, and what is empty is left out. */
export function address(path: string, asked: readonly (readonly [name: string, value: string])[]): string {
  const text = new URLSearchParams(asked.filter(([, value]) => value !== '').map(([name, value]) => [name, value])).toString()
  return text === '' ? path : `${path}?${text}`
}

/** The past as words of an address. */
export const askedOf = ({ asAt, asKnownAt }: Past): readonly (readonly [name: string, value: string])[] => [
  ['asAt', asAt],
  ['asKnownAt', asKnownAt],
]

/** Makes the addresses of other pages: they keep the past that is shown. */
export type Way = (path: string, asked?: Readonly<Record<string, string>>) => string

export const wayIn =
  (past: Past): Way =>
  (path, asked = {}) =>
    address(path, [...Object.entries(asked), ...askedOf(past)])
