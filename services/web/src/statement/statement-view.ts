import { template } from '../render/template.ts'
import type { Site } from '../site/site.ts'

export type StatementView = { readonly organisation: string; readonly contact: Site['contact']; readonly testedOn: string }

export const statementTemplate = template<StatementView>('statement/statement.njk')

export const statementView = ({ organisation, contact }: Site): StatementView => ({ organisation, contact, testedOn: '29 November 2026' })
