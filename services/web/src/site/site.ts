import { paths } from '../paths/paths.ts'
import { iconOf } from '../theme/icon.ts'
import type { Theme } from '../theme/theme.ts'

/** What is the same on every page. */
export type Site = {
  readonly organisation: string
  readonly service: string
  readonly accent: string
  readonly stylesheetHref: string
  readonly iconHref: string
  readonly markSvg: string
  readonly navigation: readonly { readonly text: string; readonly href: string }[]
  readonly footerLinks: readonly { readonly text: string; readonly href: string }[]
  readonly contact: { readonly text: string; readonly href: string } | null
}

export function siteOf(theme: Theme, digest: string): Site {
  return {
    organisation: theme.organisation,
    service: theme.service,
    accent: theme.accent,
    stylesheetHref: `/assets/outstanding-${digest}.css`,
    iconHref: `/assets/icon-${digest}.svg`,
    markSvg: theme.logoSvg ?? iconOf(theme),
    navigation: [
      { text: 'Recommendations', href: paths.outstanding },
      { text: 'Reports', href: paths.reports },
    ],
    footerLinks: [
      { text: 'Verification', href: paths.verification },
      { text: 'API', href: paths.api },
      { text: 'Accessibility statement', href: paths.accessibility },
      ...theme.footerLinks,
    ],
    contact: theme.contact,
  }
}
