import { importsOf, type SourceFile } from './source-files.ts'

const STARTS_SOMETHING =
  /^(?:node:(?:child_process|cluster|http|http2|https|net|tls|worker_threads)|pg|kysely)$|\/test\/support\/|\bgiven-database\b/

/** Sentences about unit tests that start a process, a server or a database: those are component tests. */
export function impureUnitTests(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^(packages|services)\/[^/]+\/src\/.*\.test\.ts$/.test(path) && !path.endsWith('.component.test.ts'))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) => STARTS_SOMETHING.test(name))
        .map((name) => `${path} imports ${name}; name it ${path.replace(/\.test\.ts$/, '.component.test.ts')}`),
    )
}
