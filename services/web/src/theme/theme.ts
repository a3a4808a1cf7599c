/** How an installation looks and whose it is. Everything has a default; a council gives its own in a theme file. */
export type Theme = {
  /** Whose register it is: "Example Borough Council". */
  readonly organisation: string
  /** What the service is called. */
  readonly service: string
  /** `#rrggbb`, dark enough for white text (contrast 4.5 or more). */
  readonly accent: string
  /** First choice first. None is fetched: only what the reader's own machine has. */
  readonly fonts: readonly string[]
  /** An own mark beside the name: the content of an SVG file of at most 20 kB, or null for ours. */
  readonly logoSvg: string | null
  readonly footerLinks: readonly { readonly text: string; readonly href: string }[]
  /** Where a reader reports a problem: a mailto: or https: address. */
  readonly contact: { readonly text: string; readonly href: string } | null
}

export const defaultTheme: Theme = {
  organisation: 'Outstanding',
  service: 'Register of recommendations',
  accent: '#1f4b5f',
  fonts: ['system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'Noto Sans', 'Liberation Sans', 'Arial', 'sans-serif'],
  logoSvg: null,
  footerLinks: [],
  contact: null,
}

export type ThemeResult = { readonly ok: true; readonly theme: Theme } | { readonly ok: false; readonly problem: string }

/** A theme from a file's JSON, on top of the default. The problem names the field. */
export function readTheme(json: string): ThemeResult {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    return { ok: false, problem: 'the theme file is not JSON' }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { ok: false, problem: 'the theme file must be an object' }
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(defaultTheme, key))
  if (unknown !== undefined) return { ok: false, problem: `the theme file has an unknown field: ${unknown}` }
  const theme = { ...defaultTheme, ...given } as Theme
  const problem = problemOf(theme)
  return problem === null ? { ok: true, theme } : { ok: false, problem }
}

function problemOf(theme: Theme): string | null {
  if (!isText(theme.organisation) || !isText(theme.service)) return 'organisation and service must be text'
  if (!/^#[0-9a-f]{6}$/i.test(String(theme.accent))) return 'accent must be a colour as #rrggbb'
  if (contrastWithWhite(theme.accent) < 4.5) return 'accent is too light: white text on it must have a contrast of 4.5 or more'
  if (!Array.isArray(theme.fonts) || !theme.fonts.every((font) => typeof font === 'string' && /^[A-Za-z0-9 -]+$/.test(font))) {
    return 'fonts can only contain letters, digits, spaces and hyphens'
  }
  if (theme.fonts.some((font) => /gds transport/i.test(font))) return 'fonts must not include GDS Transport: only GOV.UK may use it'
  if (theme.logoSvg !== null && !isPlainSvg(theme.logoSvg)) return 'logoSvg must be an SVG without scripts, of at most 20 kB'
  const links = [...theme.footerLinks, ...(theme.contact ? [theme.contact] : [])]
  return links.every((link) => isText(link.text) && /^(https:|mailto:|\/)/.test(link.href))
    ? null
    : 'links need a text and an https:, mailto: or / address'
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

const isPlainSvg = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= 20_000 &&
  /^\s*<svg[\s>]/.test(value) &&
  !/<script|\son\w+=|<foreignObject|(href|src)\s*=/i.test(value)

/** Contrast ratio by WCAG 2.2, from 1 to 21. */
export function contrastWithWhite(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
