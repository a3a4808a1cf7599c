import { defineConfig } from 'vitest/config'

/** Starts one PostgreSQL for the whole run. */
const globalSetup = ['test/support/global-setup.ts']
/** One seed for every property. */
const setupFiles = ['test/support/property-seed.ts']

/**
 * One project a tier. Tests sit beside their file; `test/` holds what crosses packages. Unit tests (`.test.ts`) are pure: they start no
 * process and no database. Tests that do are component tests (`.component.test.ts`).
 */
export default defineConfig({
  // As Node itself resolves: else a package with a build for development would be loaded twice.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    setupFiles,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,services}/*/src/**/*.test.ts'],
          exclude: ['**/*.component.test.ts'],
          // Pure tests leave nothing behind, so files share a process and what it has already imported.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'component', include: ['{packages,services}/*/src/**/*.component.test.ts'], globalSetup },
      },
      {
        extends: true,
        test: { name: 'architecture', include: ['test/{architecture,golden-events,golden-rows,new-aggregate}/**/*.test.ts'] },
      },
      {
        extends: true,
        // Cases wait for what a server does in the end, on whatever machine it runs.
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], globalSetup, testTimeout: 240_000, hookTimeout: 240_000 },
      },
      { extends: true, test: { name: 'journeys', include: ['test/journeys/**/*.test.ts', 'test/reading/**/*.test.ts'], globalSetup } },
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'], globalSetup } },
    ],
  },
})
