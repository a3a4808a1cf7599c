import type { Theme } from './theme.ts'

/** Our own mark: rows of a register, one of them still open. */
export const markSvg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="4" fill="${colour}"/><g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"><path d="M13.5 9.5h11M13.5 16h11M13.5 22.5h7"/><circle cx="7.8" cy="22.5" r="2" /></g><g fill="#fff"><circle cx="7.8" cy="9.5" r="2.2"/><circle cx="7.8" cy="16" r="2.2"/></g></svg>`

/** What the browser shows in its tab. */
export const iconOf = (theme: Theme): string => markSvg(theme.accent)
