import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parseEnvironment } from './env'

const complete = {
  RIBBON_API_KEY: 'key',
  DATABASE_URL: 'postgres://debrief:canary@localhost:5432/debrief',
  NEXTAUTH_URL: 'https://debrief.example.com',
  NEXTAUTH_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789',
}
const given = (over: Record<string, string>) => parseEnvironment({ ...complete, ...over })

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
const emptyFile = join(folder, 'empty')
writeFileSync(emptyFile, '\n')

test.each([
  ['NEXTAUTH_URL', 'https://example.com/debrief', 'may not have a path'],
  ['NEXTAUTH_URL', 'https://example.com/debrief/', 'may not have a path'],
  ['NEXTAUTH_URL', 'https://example.com/?team=a', 'may not have a path'],
  ['NEXTAUTH_URL', 'https://example.com/#top', 'may not have a path'],
  ['NEXTAUTH_URL', 'https://canary@example.com', 'may not have a path'],
  ['NEXTAUTH_URL', 'http://example.com', 'must begin with https://'],
  ['NEXTAUTH_URL', 'example.com', 'must be the address people open'],
  ['NEXTAUTH_URL', 'ftp://example.com', 'must be the address people open'],
  ['NEXTAUTH_URL', ' ', 'NEXTAUTH_URL'],
  ['NEXTAUTH_SECRET', '', 'is missing. Make one with: openssl rand'],
  ['NEXTAUTH_SECRET', 'canary', 'must have at least 32 characters'],
  ['NEXTAUTH_SECRET', `abcdefghijklmnop${' '.repeat(16)}`, 'must have at least 32 characters'],
  ['NEXTAUTH_SECRET', 'ab'.repeat(20), 'is too easy to guess'],
  ['RECORDING_HOSTS', 'https://cdn.example.com', 'without https://'],
  ['RECORDING_HOSTS', '*.cloudfront.net', 'without https://, a path or *'],
  ['RECORDING_HOSTS', 'cdn.example.com/recordings', 'without https://, a path'],
  ['RECORDING_HOSTS', 'cdn.example.com,//other', 'without https://'],
  ['RECORDING_HOSTS', 'cdn example.com', 'comma-separated'],
  ['RECORDING_HOSTS', 'cdn.example.com:99999', 'must be names'],
  ['RECORDING_HOSTS', 'canary:secret@cdn.example.com', 'must be names'],
  ['DATABASE_URL', 'mysql://localhost/debrief', 'must be a PostgreSQL address'],
  ['DATABASE_URL', 'https://localhost/debrief', 'must be a PostgreSQL address'],
  ['DATABASE_URL', 'localhost/debrief', 'must be a PostgreSQL address'],
  ['DATABASE_URL', 'postgres://debrief:canary#1@localhost/debrief', 'percent-encoded'],
  ['DATABASE_URL', 'postgres://debrief:canary/1@localhost/debrief', 'percent-encoded'],
  ['DATABASE_URL', 'postgres://debrief:canary%@localhost/debrief', 'percent-encoded'],
  ['DATABASE_URL', '', 'DATABASE_URL is missing'],
  ['RIBBON_API_URL', 'app.ribbon.ai/be-api', 'must be an http or https address'],
  ['RIBBON_API_URL', 'https://canary@app.ribbon.ai/be-api', 'may not have a user'],
  ['RIBBON_API_URL', 'https://app.ribbon.ai/be-api?x=1', 'a query'],
  ['RIBBON_API_URL', 'http://app.ribbon.ai/be-api', 'must begin with https://'],
  ['RIBBON_API_URL', 'http://10.0.0.7:8080/be-api', 'a proxy inside your network needs https too'],
  ['RIBBON_API_URL', 'http://localhost.example.com', 'must begin with https://'],
  ['RIBBON_API_KEY', '', 'RIBBON_API_KEY is missing'],
  ['RIBBON_API_KEY', 'two words', 'may not contain spaces'],
  ['RIBBON_API_KEY', 'schlüssel', 'outside ASCII'],
  ['RIBBON_API_KEY_FILE', join(folder, 'nowhere'), 'which cannot be read'],
  ['RIBBON_API_KEY_FILE', folder, 'which cannot be read'],
  ['RIBBON_API_KEY_FILE', emptyFile, 'which is empty'],
  ['MIRROR_INTERVAL_SECONDS', '0', 'must be a whole number from 1 to 86400'],
  ['MIRROR_INTERVAL_SECONDS', 'often', 'must be a whole number from 1 to 86400'],
  ['SMTP_URL', 'smtp.example.com', 'must be an address such as smtps://'],
  ['SMTP_URL', 'https://smtp.example.com', 'must be an address such as smtps://'],
  ['SMTP_URL', 'smtp://debrief:canary#1@smtp.example.com', 'percent-encoded'],
  ['SMTP_URL', 'smtp://smtp.example.com?tls=no', 'must be an address such as smtps://'],
  ['SMTP_URL', 'smtp://debrief:canary@smtp.example.com', 'MAIL_FROM is missing: mail needs SMTP_URL and MAIL_FROM'],
  ['MAIL_FROM', 'debrief@example.com', 'SMTP_URL is missing: mail needs SMTP_URL and MAIL_FROM'],
  ['MAIL_FROM', 'Debrief', 'must be an address such as'],
  ['MAIL_FROM', 'Debrief <debrief@example.com>, eve@example.com', 'must be an address such as'],
  ['AUDIT_HEAD_FILE', 'http://heads.example.com', 'must be the path of a file, or an https:// address'],
  ['AUDIT_HEAD_FILE', 'heads/debrief', 'must be a whole path, such as /heads/debrief'],
  ['AUDIT_HEAD_FILE', 'https://canary@heads.example.com', 'without a user'],
  ['TRUSTED_PROXIES', '1.5', 'must be a whole number from 0 to 10'],
  ['TRUSTED_PROXIES', '-1', 'must be a whole number from 0 to 10'],
  ['TRUSTED_PROXIES', 'yes', 'must be a whole number from 0 to 10'],
])('%s=%s stops the start with a sentence that says what to do, and quotes no secret', (name, value, sentence) => {
  const start = () => given({ [name]: value })
  expect(start).toThrow(sentence)
  expect(start).toThrow(name)
  expect(start).not.toThrow('canary')
  expect(start).not.toThrow(/\n./)
})

const SSO = {
  OIDC_ISSUER: 'https://login.example.com/realms/staff',
  OIDC_CLIENT_ID: 'debrief',
  OIDC_CLIENT_SECRET: 'canary of a client',
  OIDC_ALLOWED_DOMAINS: 'example.com',
}

test.each([
  [{ OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER', 'https:// address'],
  [{ OIDC_ISSUER: 'https://canary@login.example.com' }, 'OIDC_ISSUER', 'without a user'],
  [{ OIDC_ISSUER: 'https://login.example.com?tenant=canary' }, 'OIDC_ISSUER', 'a query'],
  [{ OIDC_ISSUER: 'login.example.com' }, 'OIDC_ISSUER', 'https:// address'],
  [{ OIDC_ISSUER: '' }, 'OIDC_ISSUER', 'is missing: single sign-on needs'],
  [{ OIDC_CLIENT_ID: ' ' }, 'OIDC_CLIENT_ID', 'is missing: single sign-on needs'],
  [{ OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET', 'is missing: single sign-on needs'],
  [{ OIDC_ALLOWED_DOMAINS: '' }, 'OIDC_ALLOWED_DOMAINS', 'is missing: name the domains'],
  [{ OIDC_ALLOWED_DOMAINS: ' , ' }, 'OIDC_ALLOWED_DOMAINS', 'is missing: name the domains'],
  [{ OIDC_ALLOWED_DOMAINS: '@example.com' }, 'OIDC_ALLOWED_DOMAINS', 'without @'],
  [{ OIDC_ALLOWED_DOMAINS: 'example.com, *.example.org' }, 'OIDC_ALLOWED_DOMAINS', 'without @, https:// or *'],
  [{ OIDC_ROLES: 'hiring' }, 'OIDC_ROLES', 'must be pairs'],
  [{ OIDC_ROLES: 'hiring=owner' }, 'OIDC_ROLES', 'must be pairs'],
  [{ OIDC_ROLES: '=admin' }, 'OIDC_ROLES', 'must be pairs'],
  [{ OIDC_ROLES: 'hiring=reviewer:' }, 'OIDC_ROLES', 'must be pairs'],
  [{ OIDC_ROLES: 'hiring=admin:team_a' }, 'OIDC_ROLES', 'an admin names none'],
  [{ OIDC_ROLES: ' , ' }, 'OIDC_ROLES', 'must be pairs'],
  [{ PASSWORD_SIGN_IN: 'no' }, 'PASSWORD_SIGN_IN', 'must be on or off'],
])('single sign-on with %j stops the start with a sentence that says what to do', (over, name, sentence) => {
  const start = () => given({ ...SSO, ...over })
  expect(start).toThrow(sentence)
  expect(start).toThrow(name)
  expect(start).not.toThrow('canary')
  expect(start).not.toThrow(/\n./)
})

test('without single sign-on, passwords cannot be switched off', () => {
  expect(() => given({ PASSWORD_SIGN_IN: 'off' })).toThrow('PASSWORD_SIGN_IN=off leaves no way to sign in')
  expect(given({ ...SSO, PASSWORD_SIGN_IN: 'off' }).PASSWORD_SIGN_IN).toBe('off')
  expect(given({ PASSWORD_SIGN_IN: '' }).PASSWORD_SIGN_IN).toBe('on')
})

test.each(['http://localhost:9/realms/a', 'http://127.0.0.1:9', 'http://[::1]:9', 'https://login.example.com/'])(
  'OIDC_ISSUER=%s is taken as it is',
  (issuer) => {
    expect(given({ ...SSO, OIDC_ISSUER: issuer }).OIDC_ISSUER).toBe(issuer)
  },
)

/** Each variable that is an address to which something goes that nobody on the way may read, and what else it then needs. */
const TOLD_SECRETS: Record<string, Record<string, string>> = {
  RIBBON_API_URL: {},
  NEXTAUTH_URL: {},
  AUDIT_HEAD_FILE: {},
  OIDC_ISSUER: SSO,
}

test.each(Object.keys(TOLD_SECRETS))('%s is an address without TLS on this machine alone', (name) => {
  const over = (url: string) => given({ ...TOLD_SECRETS[name], [name]: url })
  for (const host of ['localhost', '127.0.0.1', '[::1]'])
    expect(over(`http://${host}:9`)).toHaveProperty(name, `http://${host}:9`)
  for (const host of ['proxy', '10.0.0.7', '127.0.0.2', 'localhost.example.com', '[2001:db8::1]']) {
    expect(() => over(`http://${host}`), host).toThrow(name)
    expect(over(`https://${host}`)).toHaveProperty(name, `https://${host}`)
  }
})

test('domains and the roles of groups are read as people write them', () => {
  const roles =
    'Hiring Admins=admin, /staff/hr = recruiter,cn=nights=reviewer:team_a + team_b,a=recruiter:t,cn=admin-hr;ou=x=recruiter'
  const { OIDC_ALLOWED_DOMAINS, OIDC_ROLES, OIDC_GROUPS_CLAIM } = given({
    ...SSO,
    OIDC_ALLOWED_DOMAINS: ' Example.com,, example.org,xn--exmple-cua.com ',
    OIDC_ROLES: roles,
  })
  expect(OIDC_ALLOWED_DOMAINS).toEqual(['example.com', 'example.org', 'xn--exmple-cua.com'])
  expect(OIDC_GROUPS_CLAIM).toBe('groups')
  expect(OIDC_ROLES).toEqual([
    { group: 'Hiring Admins', role: 'admin', teams: null },
    { group: '/staff/hr', role: 'recruiter', teams: null },
    { group: 'cn=nights', role: 'reviewer', teams: ['team_a', 'team_b'] },
    { group: 'a', role: 'recruiter', teams: ['t'] },
    { group: 'cn=admin-hr;ou=x', role: 'recruiter', teams: null },
  ])
})

test('each thing that is wrong has a line', () => {
  expect(() => given({ NEXTAUTH_URL: 'http://x.example', DATABASE_URL: 'x', RECORDING_HOSTS: '*.a, *.b' })).toThrow(
    /^[^\n]+\n[^\n]+\n[^\n]+$/,
  )
})

test.each([
  [' CDN.Example.com , 127.0.0.1:4010 ', ['cdn.example.com', '127.0.0.1:4010']],
  ['[0:0::1]:8080', ['[::1]:8080']],
  ['bücher.example', ['xn--bcher-kva.example']],
  ['cdn.example.com:443', ['cdn.example.com:443']],
  ['a.example,,b.example,', ['a.example', 'b.example']],
  ['localhost', ['localhost']],
  ['', []],
])('RECORDING_HOSTS=%s is read as recordings’ addresses spell it', (value, hosts) => {
  expect(given({ RECORDING_HOSTS: value }).RECORDING_HOSTS).toEqual(hosts)
})

test.each([
  'postgresql://debrief@db:5432/debrief',
  'postgres:///debrief?host=%2Fvar%2Frun%2Fpostgresql',
  'postgres://postgres@localhost/postgres?host=/tmp/debrief-x',
  'postgres://debrief:p%23ss@db.example.com/debrief?sslmode=verify-full',
])('DATABASE_URL=%s is accepted', (url) => {
  expect(given({ DATABASE_URL: url }).DATABASE_URL).toBe(url)
})

test('what editors of other systems put behind a value is taken off', () => {
  const file = join(folder, 'key')
  writeFileSync(file, 'a-key-of-a-file\r\n')
  const parsed = given({
    RIBBON_API_KEY_FILE: file,
    RIBBON_API_URL: 'https://app.ribbon.ai/be-api/\r',
    NEXTAUTH_URL: 'https://debrief.example.com/\r',
    DATABASE_URL: `${complete.DATABASE_URL}\r\n`,
    RECORDING_HOSTS: 'cdn.example.com\r\n',
    MIRROR_INTERVAL_SECONDS: '20\r',
    TRUSTED_PROXIES: '1\n',
  })
  expect(parsed).toMatchObject({
    RIBBON_API_KEY: 'a-key-of-a-file',
    RIBBON_API_URL: 'https://app.ribbon.ai/be-api',
    DATABASE_URL: complete.DATABASE_URL,
    RECORDING_HOSTS: ['cdn.example.com'],
    MIRROR_INTERVAL_SECONDS: 20,
    TRUSTED_PROXIES: 1,
  })
  expect(new URL(parsed.NEXTAUTH_URL).origin).toBe('https://debrief.example.com')
})

test('one by one a variable is looked at where it is asked for, also by whoever takes the rest', async () => {
  vi.resetModules()
  vi.stubEnv('NEXTAUTH_URL', undefined)
  vi.stubEnv('OIDC_GROUPS_CLAIM', 'teams')
  const { env, readVariablesOneByOne } = await import('./env')
  readVariablesOneByOne()
  expect(env()).toHaveProperty('PASSWORD_SIGN_IN', 'on')
  expect(Object.keys(env())).toContain('OIDC_GROUPS_CLAIM')
  expect(env().OIDC_GROUPS_CLAIM).toBe('teams')
  expect(() => env().NEXTAUTH_URL).toThrow('NEXTAUTH_URL must be the address')
  vi.unstubAllEnvs()
})
