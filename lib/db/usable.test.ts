import { expect, test } from 'vitest'
import { whyUnsuitable, whyUnusable } from './usable'

const coded = (code: string) => Object.assign(new Error('canary'), { code })
const server = { encoding: 'UTF8', version: 150_009, release: '15.9' }

test.each([
  ['28P01', 'does not accept the user and password'],
  ['28000', 'does not let this user in'],
  ['3D000', 'createdb --encoding UTF8'],
  ['42501', 'GRANT it CREATE'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'sslrootcert='],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'sslrootcert='],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'another host'],
  ['CERT_HAS_EXPIRED', 'has expired'],
])('%s is told with what to do, and not waited for', (code, sentence) => {
  expect(whyUnusable(coded(code))).toContain(sentence)
  expect(whyUnusable(new Error('wrapped', { cause: coded(code) }))).not.toContain('canary')
})

test.each(['ECONNREFUSED', 'ENOTFOUND', '57P03', 'ETIMEDOUT'])('%s may be over in a moment', (code) => {
  expect(whyUnusable(coded(code))).toBeNull()
})

test('a server without TLS is told apart', () => {
  expect(whyUnusable(new Error('The server does not support SSL connections'))).toContain('leave out sslmode')
})

test.each([
  [{ ...server, encoding: 'LATIN1' }, 'keeps text as LATIN1, which cannot hold every name. Debrief needs UTF8'],
  [{ ...server, encoding: 'SQL_ASCII' }, 'needs UTF8'],
  [{ ...server, version: 140_020, release: '14.20' }, 'runs on PostgreSQL 14.20. Debrief needs 15 or later.'],
])('a server like %j is refused', (unsuitable, sentence) => {
  expect(whyUnsuitable(unsuitable)).toContain(sentence)
})

test.each([server, { ...server, version: 180_006 }])('a server like %j is taken', (suitable) => {
  expect(whyUnsuitable(suitable)).toBeNull()
})
