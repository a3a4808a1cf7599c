import { defineConfig } from 'vitest/config'

/**
 * For `pnpm mutation` only: the tests of the domain without a database, and without the long property tests, which would be run once
 * for every mutant. What the mutants are killed by are the examples.
 */
export default defineConfig({
  test: {
    include: ['packages/domain/src/**/*.test.ts'],
    exclude: ['**/properties.test.ts', '**/node_modules/**'],
    // The modules hold no state, so all files of one run share them.
    isolate: false,
  },
})
