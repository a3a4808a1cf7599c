/** The exact tools of this clone, whatever the machine itself has. Raise them here and nowhere else. */
export const NODE_VERSION = '24.21.0'
export const PNPM_VERSION = '12.21.0'
