import type { Block, DocumentText } from '../document/block.ts'
import type { ReportDetails } from '../reading.ts'
export function readDetails(d: DocumentText, _blocks: Block[]): ReportDetails {
  return {
    title: d.declaredTitle,
    publisher: null,
    framework: null,
    authority: null,
    reference: null,
    publishedOn: null,
    inspectedFrom: null,
    inspectedTo: null,
  }
}
