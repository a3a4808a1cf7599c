import { isStreamName, parseStream } from '@outstanding/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { committeeStream, eventIdOf, officeStream, personStream, policyStream, recommendationStream, reportStream } from './streams.ts'
import { isUuid, uuidV5 } from './uuid-v5.ts'

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

describe('uuidV5', () => {
  test('gives the published example of RFC 9562, appendix A.4', () => {
    expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })
  test('does not look at the case of the namespace and is lower case', () => {
    expect(uuidV5(dns.toUpperCase(), 'x')).toBe(uuidV5(dns, 'x'))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[0-9a-f-]{14}5[0-9a-f-]{21}$/.test(uuidV5(dns, name))))
  })
  test('refuses a namespace that is no UUID', () => {
    expect(() => uuidV5('command-1', 'x')).toThrow('must be a UUID')
  })
  test('zeros are no id', () => {
    expect(isUuid('00000000-0000-0000-0000-000000000000')).toBe(false)
  })
})

describe('stream names', () => {
  const report = reportStream('birmingham', 'ofsted|jar|birmingham|2007-02-06')

  test('are the same for the same identity, and tidy', () => {
    expect(reportStream('birmingham', 'ofsted|jar|birmingham|2007-02-06')).toBe(report)
    expect(report).toBe('report-birmingham.6701ddd0-03e0-5a80-920f-ef5e0c3341b6')
    const recommendation = recommendationStream('birmingham', report, 'ref:2')
    expect(recommendation).not.toBe(recommendationStream('birmingham', report, 'ref:3'))
    expect(
      [report, recommendation, officeStream('example-borough'), policyStream('birmingham'), personStream('p1')].every(isStreamName),
    ).toBe(true)
  })

  test('of a committee hang on its authority and its slug, for ever', () => {
    expect(committeeStream('birmingham', 'schools-children-and-families-osc')).toBe(
      'committee-birmingham.496d7af5-45b2-5df4-8a67-10d55d7a2875',
    )
    expect(committeeStream('coventry', 'audit')).not.toBe(committeeStream('birmingham', 'audit'))
    expect(parseStream(committeeStream('birmingham', 'audit'))).toMatchObject({ aggregate: 'committee', authority: 'birmingham' })
  })

  test('come apart again', () => {
    expect(parseStream(report)).toEqual({ aggregate: 'report', authority: 'birmingham', id: report.slice('report-birmingham.'.length) })
    expect(parseStream('policy-example-borough')).toEqual({ aggregate: 'policy', authority: 'example-borough', id: 'example-borough' })
    expect(parseStream('person-4f2a')).toEqual({ aggregate: 'person', authority: null, id: '4f2a' })
    for (const wrong of ['report-birmingham', 'import-a.b', 'report-B.00', '$all', '', 'recommendation-x.'])
      expect(parseStream(wrong)).toBeNull()
  })

  test('a recommendation cannot hang on something that is no report', () => {
    expect(() => recommendationStream('birmingham', 'policy-birmingham', 'ref:2')).toThrow('stream name of its report')
    expect(() => reportStream('Birmingham', 'x')).toThrow('slug')
  })

  test('a command makes the same event ids again, others on another stream', () => {
    const command = '0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a'
    expect(eventIdOf(command, report, 0)).toBe(eventIdOf(command, report, 0))
    expect(new Set([eventIdOf(command, report, 0), eventIdOf(command, report, 1), eventIdOf(command, 'policy-x', 0)]).size).toBe(3)
  })
})
