import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { PastView } from '../past/past-view.ts'
import { paths, publishedPaths } from '../paths/paths.ts'
import type { FieldProblem } from '../past/past.ts'
import { isolateTexts, withIsolation } from './isolate-texts.ts'
import type { Site } from '../site/site.ts'
import type { Template } from './template.ts'

export type PageFrame = {
  /** Without the service's name. */
  readonly title: string
  /** The path of the section in the navigation that the page belongs to. */
  readonly section: string | null
  /** Which day is shown; null where the page is the same on every day. */
  readonly past?: PastView | null
  /** What is wrong with what was filled in: shown first on the page, and marked in its title. */
  readonly problems?: readonly FieldProblem[]
  /** What is wrong with the whole register. */
  readonly notice?: string | null
}
export type Render = <Model>(view: Template<Model>, model: NoInfer<Model>, page: PageFrame) => string

const frontend = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))
const own = fileURLToPath(new URL('..', import.meta.url))

/** Those of GOV.UK are given fixed texts only, and are read as they are. */
class OwnTemplates extends nunjucks.FileSystemLoader {
  override getSource(name: string): nunjucks.LoaderSource {
    const found = super.getSource(name) as nunjucks.LoaderSource | null
    // Null, which the types do not know of: another loader may have it.
    return (found && { ...found, src: withIsolation(found.src) }) as nunjucks.LoaderSource
  }
}

/** Templates see a model and nothing else; everything is escaped, and its direction ends with it. */
export function renderer(site: Site): Render {
  const environment = new nunjucks.Environment([new OwnTemplates(own), new nunjucks.FileSystemLoader(join(frontend, 'dist'))], {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  isolateTexts(environment)
  environment.addFilter('counted', (count: number) => count.toLocaleString('en-GB'))
  return ({ file }, model, page) =>
    environment.render(file, { model, page: { past: null, problems: [], notice: null, ...page }, site, paths, publishedPaths })
}
