import { isTest, type SourceFile } from './source-files.ts'

/** The code that serves every aggregate, each with the events that it may name: those that it declares itself. */
const KERNELS: Readonly<Record<string, readonly string[]>> = {
  'packages/projection/src/': [],
  'packages/domain/src/kernel/': ['EntryCorrected', 'PersonalDataRemoved'],
}

/** Sentences about kernels that name an event of an aggregate. */
export function eventsNamedInKernels(files: readonly SourceFile[], eventTypes: readonly string[]): readonly string[] {
  return Object.entries(KERNELS).flatMap(([home, own]) =>
    files
      .filter(({ path }) => path.startsWith(home) && !isTest(path))
      .flatMap(({ path, text }) =>
        eventTypes
          .filter((type) => !own.includes(type) && new RegExp(`['"\`]${type}['"\`]`).test(text))
          .map((type) => `${path} names ${type}; a kernel knows no event of an aggregate`),
      ),
  )
}
