import { nodePackage, pnpmBinaryPackage } from './layout.mjs'
import { INTEGRITY, NODE_VERSION, PNPM_VERSION } from './versions.mjs'

const tools = { [nodePackage]: NODE_VERSION, pnpm: PNPM_VERSION, [pnpmBinaryPackage]: PNPM_VERSION }

/**
 * The manifest and the lockfile (version 3) from which `npm ci` installs Node and pnpm: exact versions, each with its digest. No
 * addresses, so that npm's own registry setting holds. Throws one sentence where this platform has no digests.
 */
export function pinnedTools() {
  const unpinned = Object.keys(tools).find((name) => INTEGRITY[name] === undefined)
  if (unpinned !== undefined) {
    throw new Error(
      `there is no pinned ${unpinned} for ${process.platform} on ${process.arch}; run Outstanding on Linux (x64 or arm64), for example in a container`,
    )
  }
  const manifest = { name: 'toolchain', private: true, dependencies: tools }
  const locked = Object.entries(tools).map(([name, version]) => [`node_modules/${name}`, { version, integrity: INTEGRITY[name] }])
  const lockfile = {
    name: manifest.name,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: manifest.name, dependencies: tools }, ...Object.fromEntries(locked) },
  }
  return { manifest, lockfile }
}
