import { expect, test } from 'vitest'
import { identityOf, isComplete, mergedClaims } from './identity'

const ISSUER = 'https://login.example.com'
const told = { iss: ISSUER, sub: 'ada', iat: 1_700_000_000 }
const verified = { ...told, email: ' Ada@Example.com ', email_verified: true }
const emailOf = (claims: object) => identityOf(claims, 'groups').email

test('somebody is who the claims say, with the email as members have theirs', () => {
  expect(identityOf({ ...verified, name: 'Ada', sid: 's1', groups: ['a', 1, 'b'] }, 'groups')).toEqual({
    ...{ issuer: ISSUER, subject: 'ada', email: 'ada@example.com', name: 'Ada', groups: ['a', 'b'] },
    ...{ sid: 's1', issuedAt: 1_700_000_000 },
  })
  expect(identityOf(told, 'groups')).toMatchObject({ email: null, name: null, groups: [], sid: null })
})

test.each([undefined, false, 'true', 1, null])('an email whose verification is %j is nobody’s', (value) => {
  expect(emailOf({ ...verified, email_verified: value })).toBeNull()
})

test('an email that is none is no email', () => {
  for (const email of ['ada', 'a@b@c', 7, `${'a'.repeat(300)}@example.com`])
    expect(emailOf({ ...verified, email })).toBeNull()
})

test('Entra ID says by xms_edov that an email is its tenant’s', () => {
  const entra = { ...told, email: 'ada@example.com' }
  for (const value of [true, 1, '1', 'true']) expect(emailOf({ ...entra, xms_edov: value })).toBe('ada@example.com')
  for (const value of [false, 0, '0', undefined, 'no']) expect(emailOf({ ...entra, xms_edov: value })).toBeNull()
})

test('Google vouches for emails of its own and of Workspace alone', () => {
  const google = { ...verified, iss: 'https://accounts.google.com' }
  expect(emailOf(google)).toBeNull()
  expect(emailOf({ ...google, hd: 'example.com' })).toBe('ada@example.com')
  expect(emailOf({ ...google, email: 'ada@gmail.com' })).toBe('ada@gmail.com')
  expect(emailOf({ ...google, email_verified: false, hd: 'example.com' })).toBeNull()
})

test('groups are read from the claim that is named, one or many', () => {
  expect(identityOf({ ...told, 'https://example.com/roles': ['a'] }, 'https://example.com/roles').groups).toEqual(['a'])
  expect(identityOf({ ...told, groups: 'a' }, 'groups').groups).toEqual(['a'])
  expect(identityOf({ ...told, groups: { a: 1 } }, 'groups').groups).toEqual([])
  expect(identityOf(told, 'constructor').groups).toEqual([])
})

test('groups that stand elsewhere are not taken for none', () => {
  for (const elsewhere of [{ _claim_names: { groups: 'src1' } }, { hasgroups: true }])
    expect(() => identityOf({ ...told, ...elsewhere }, 'groups')).toThrow('does not say which groups')
  expect(identityOf({ ...told, hasgroups: true }, null).groups, 'where nobody asks for any').toEqual([])
})

test.each([{ sub: '' }, { sub: 'a\0b' }, { sub: 'a'.repeat(256) }, { sub: 7 }, { iat: 'now' }, { iss: undefined }])(
  'claims with %j make nobody',
  (over) => {
    expect(() => identityOf({ ...verified, ...over }, 'groups')).toThrow('cannot be trusted')
  },
)

test('what the userinfo endpoint says fills in what the token lacks, and verifies no other email', () => {
  const userinfo = { sub: 'ada', email: 'ada@example.com', email_verified: true, groups: ['a'] }
  expect(emailOf(mergedClaims(told, userinfo))).toBe('ada@example.com')
  expect(identityOf(mergedClaims({ ...told, groups: ['b'] }, userinfo), 'groups').groups).toEqual(['b'])
  expect(emailOf(mergedClaims({ ...told, email: 'ada@example.com' }, userinfo))).toBe('ada@example.com')
  expect(emailOf(mergedClaims({ ...told, email: 'eve@example.com' }, userinfo))).toBeNull()
  expect(emailOf(mergedClaims({ ...verified, email_verified: false }, userinfo))).toBeNull()
  expect(emailOf(mergedClaims({ ...told, email_verified: true }, { ...userinfo, email_verified: false }))).toBeNull()
})

test('what the userinfo endpoint says of somebody else counts for nobody', () => {
  expect(() => mergedClaims(told, { sub: 'eve', email: 'ada@example.com', email_verified: true })).toThrow(
    'cannot be trusted',
  )
})

test('the userinfo endpoint is needed where the token does not say it all', () => {
  expect(isComplete(verified, [])).toBe(true)
  expect(isComplete(verified, ['groups'])).toBe(false)
  expect(isComplete({ ...verified, groups: [] }, ['groups'])).toBe(true)
  expect(isComplete({ ...told, email: 'ada@example.com' }, [])).toBe(false)
  expect(isComplete({ ...told, email: 'ada@example.com', xms_edov: false }, [])).toBe(true)
})
