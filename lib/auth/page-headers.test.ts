import { expect, test } from 'vitest'
import { pageHeaders } from './page-headers'

const production = pageHeaders({ nonce: 'n1', https: true, dev: false })
const directives = production['content-security-policy'].split('; ')

test('only scripts with this answer’s nonce run, none inline and none from text', () => {
  expect(directives).toContain("script-src 'self' 'nonce-n1' 'strict-dynamic'")
  expect(production['content-security-policy']).not.toContain('unsafe-eval')
})

test('no plugin, no base, no frame around us, no form to elsewhere', () => {
  for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect(directives).toContain(directive)
  expect(directives[0]).toBe("default-src 'none'")
})

test('nothing is stored, sniffed or told to other sites', () => {
  expect(production).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  })
})

test('https is insisted on only where it is used', () => {
  expect(production).toHaveProperty('strict-transport-security')
  expect(pageHeaders({ nonce: 'n1', https: false, dev: false })).not.toHaveProperty('strict-transport-security')
})

test('hot reload works in development', () => {
  const policy = pageHeaders({ nonce: 'n1', https: false, dev: true })['content-security-policy']
  expect(policy).toMatch(/script-src [^;]*'unsafe-eval'/)
  expect(policy).toMatch(/connect-src [^;]*ws:/)
})
