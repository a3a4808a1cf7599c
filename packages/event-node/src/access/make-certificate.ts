import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { bits, integer, objectId, octets, sequence, set, tagged, time, utf8, yes } from './der.ts'

/** Both in PEM form. */
export type Certificate = { readonly certificate: string; readonly privateKey: string }

const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'))
const NAME = sequence(set(sequence(objectId('2.5.4.3'), utf8('Outstanding event node'))))
/** RFC 5280 has this end for certificates that nobody renews: clients know this very one, and trust nothing else through it. */
const VALIDITY = sequence(time('20200101000000Z'), time('99991231235959Z'))

/** A self-signed certificate for names and IPv4 or IPv6 addresses, with a new key on P-256. Clients take it as their authority. */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const serial = randomBytes(16)
  const toBeSigned = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), serial])),
    ECDSA_WITH_SHA256,
    NAME,
    VALIDITY,
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(isAuthority(), namesOf(hosts))),
  )
  const signed = sequence(toBeSigned, ECDSA_WITH_SHA256, bits(sign('sha256', toBeSigned, privateKey)))
  return {
    certificate: pem('CERTIFICATE', signed),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

/** Basic constraints, critical: it may stand as the authority of itself. */
function isAuthority(): Buffer {
  return sequence(objectId('2.5.29.19'), yes, octets(sequence(yes)))
}

function namesOf(hosts: readonly string[]): Buffer {
  return sequence(objectId('2.5.29.17'), octets(sequence(...hosts.map(nameOf))))
}

function nameOf(host: string): Buffer {
  if (isIP(host) === 0) return tagged(0x82, Buffer.from(host))
  return tagged(0x87, isIP(host) === 4 ? Buffer.from(host.split('.').map(Number)) : ipv6Bytes(host))
}

function ipv6Bytes(address: string): Buffer {
  const [head = '', tail] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''))
  const groups = tail === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
  return Buffer.from([...groups].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]))
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
