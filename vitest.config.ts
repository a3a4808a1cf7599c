import { defineConfig } from 'vitest/config'

/** One project a tier: unit tests sit beside their file, `test/` holds what crosses packages. */
export default defineConfig({
  // As Node itself resolves: else a package with a build for development would be loaded twice.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['{packages,services}/*/src/**/*.test.ts'] } },
      { extends: true, test: { name: 'architecture', include: ['test/architecture/**/*.test.ts', 'test/golden-events/**/*.test.ts'] } },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'] } },
      { extends: true, test: { name: 'journeys', include: ['test/journeys/**/*.test.ts', 'test/reading/**/*.test.ts'] } },
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'] } },
    ],
  },
})
