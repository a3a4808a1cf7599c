import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { shortDigest } from '../checkpoint/checkpoint.ts'
import type { HeaderLine } from './format.ts'

/**
 * Where the bundle comes from, in W3C PROV-JSON: the bundle was made by an export that used the first events of the log, as a
 * checkpoint fixes them. It follows from the header and the checkpoint, so that a verifier can say whether it is right.
 */
export function provenanceOf(header: HeaderLine, checkpoint: Checkpoint): object {
  const { origin, events, exportedAt, software } = header
  return {
    prefix: { log: `https://${origin}/`, prov: 'http://www.w3.org/ns/prov#', xsd: 'http://www.w3.org/2001/XMLSchema#' },
    entity: {
      'log:events': { 'prov:label': `the first ${events} events of the log ${origin}` },
      'log:checkpoint': { 'prov:label': `checkpoint of ${checkpoint.size} events, ${shortDigest(checkpoint)}` },
      'log:bundle': { 'prov:label': `bundle of ${events} events` },
    },
    activity: { 'log:export': { 'prov:endTime': exportedAt } },
    agent: { 'log:software': { 'prov:type': { $: 'prov:SoftwareAgent', type: 'xsd:QName' }, 'prov:label': software } },
    used: {
      '_:u1': { 'prov:activity': 'log:export', 'prov:entity': 'log:events' },
      '_:u2': { 'prov:activity': 'log:export', 'prov:entity': 'log:checkpoint' },
    },
    wasGeneratedBy: { '_:g1': { 'prov:entity': 'log:bundle', 'prov:activity': 'log:export' } },
    wasDerivedFrom: { '_:d1': { 'prov:generatedEntity': 'log:bundle', 'prov:usedEntity': 'log:events' } },
    wasAssociatedWith: { '_:a1': { 'prov:activity': 'log:export', 'prov:agent': 'log:software' } },
  }
}
