import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** Why tests in a browser cannot run here; null where they can. Under OUTSTANDING_REQUIRE_ALL=1 they run anyway, and fail. */
export const withoutChromium: string | null =
  executablePath !== undefined || process.env['OUTSTANDING_REQUIRE_ALL'] === '1'
    ? null
    : 'skipped: there is no Chromium here (Debian: apt-get install chromium)'

/** The real browser, without a window. */
export async function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('Chromium is required (OUTSTANDING_REQUIRE_ALL=1), and not installed')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
