import { expect, test } from 'vitest'
import { answerHeaders } from './answer-headers'

const production = { https: true, dev: false }
const page = answerHeaders('/candidates', 'n1', production)
const directives = page['content-security-policy'].split('; ')

test('only scripts with this answer’s nonce run, none inline and none from text', () => {
  expect(directives).toContain("script-src 'self' 'nonce-n1' 'strict-dynamic'")
  expect(page['content-security-policy']).not.toContain('unsafe-eval')
})

test.each(['/candidates', '/api/interviews', '/_next/static/a.js', '/nowhere'])(
  '%s: no plugin, no base, no frame around it, nothing guessed from its content',
  (path) => {
    const headers = answerHeaders(path, 'n1', production)
    for (const directive of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(headers['content-security-policy']).toContain(directive)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
  },
)

test('passkeys are for our own pages, and not for what they might frame', () => {
  for (const feature of ['publickey-credentials-get', 'publickey-credentials-create'])
    expect(page).toHaveProperty('permissions-policy', expect.stringContaining(`${feature}=(self)`))
})

test('an endpoint’s answer opened as a page can do nothing at all', () => {
  const policy = answerHeaders('/api/interviews/int_1/recording/audio', 'n1', production)['content-security-policy']
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('script-src')
})

test('nothing but static files is stored', () => {
  expect(page).toMatchObject({ 'cache-control': 'no-store' })
  expect(answerHeaders('/api/freshness', 'n1', production)).toMatchObject({ 'cache-control': 'no-store' })
  expect(answerHeaders('/_next/static/a.js', 'n1', production)).not.toHaveProperty('cache-control')
})

test.each(['/invite/a-token', '/reset/a-token'])(
  'the address of %s is told to nobody, and its page is not found',
  (path) => {
    expect(answerHeaders(path, 'n1', production)).toMatchObject({
      ...{ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'no-store' },
    })
  },
)

test('https is insisted on only where it is used', () => {
  expect(page).toHaveProperty('strict-transport-security')
  expect(answerHeaders('/candidates', 'n1', { https: false, dev: false })).not.toHaveProperty(
    'strict-transport-security',
  )
})

test('hot reload works in development', () => {
  const policy = answerHeaders('/candidates', 'n1', { https: false, dev: true })['content-security-policy']
  expect(policy).toMatch(/script-src [^;]*'unsafe-eval'/)
  expect(policy).toMatch(/connect-src [^;]*ws:/)
})
