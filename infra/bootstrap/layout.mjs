import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where things are in the clone. `.toolchain` is git-ignored and may be deleted at any time. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const toolchain = join(root, '.toolchain')

const os = process.platform === 'win32' ? 'win' : process.platform

/** The registry's package that holds nothing but the Node binary of this machine: it needs no install script. */
export const nodePackage = `node-${os}-${process.arch}`
export const node =
  os === 'win'
    ? join(toolchain, 'node_modules', nodePackage, 'bin', 'node.exe')
    : join(toolchain, 'node_modules', nodePackage, 'bin', 'node')
/** pnpm's program for this machine, which pnpm's own package looks for beside it. */
export const pnpmBinaryPackage = `@pnpm/exe.${process.platform}-${process.arch}`
export const pnpm = join(toolchain, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs')

/** Environment in which Node keeps what it compiled, so that the next start need not strip and compile everything again. */
export const compiledOnce = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(toolchain, 'compiled') }
