import { expect, test } from 'vitest'
import { DebriefError } from '../../errors'
import { refusedByProvider, ssoFailure } from './failure'

const thrown = (name: string, over: object, message = 'canary') => Object.assign(new Error(message), { name, ...over })

test.each([
  [thrown('OPError', { error: 'invalid_grant' }), 'sso_used'],
  [thrown('OPError', { error: 'invalid_client' }), 'sso_misconfigured'],
  [thrown('OPError', { error: 'anything' }), 'sso_misconfigured'],
  [thrown('OPError', { error: 'constructor' }), 'sso_misconfigured'],
  [thrown('OPError', { error: 'expected 200 OK', response: { statusCode: 503 } }), 'sso_unreachable'],
  [thrown('RPError', { now: 1, tolerance: 10, exp: 0 }), 'sso_clock'],
  [thrown('RPError', {}, 'state mismatch, expected a, got: b'), 'sso_expired'],
  [thrown('RPError', {}, 'nonce mismatch, expected a, got: b'), 'sso_refused'],
  [thrown('RPError', {}, 'outgoing request timed out after 5000ms'), 'sso_unreachable'],
  [thrown('Error', { code: 'ECONNREFUSED' }), 'sso_unreachable'],
  [new DebriefError('sso_domain'), 'sso_domain'],
  ['a word', 'sso_refused'],
])('%s is told as %s', (error, code) => {
  expect(ssoFailure(error)).toMatchObject({ code })
  expect(JSON.stringify([ssoFailure(error).message, ssoFailure(error).detail])).not.toContain('canary')
})

test('of what a provider refuses, its word counts', () => {
  expect(refusedByProvider('access_denied').code).toBe('sso_denied')
  expect(refusedByProvider('temporarily_unavailable').code).toBe('sso_unreachable')
  expect(refusedByProvider('invalid_scope').code).toBe('sso_misconfigured')
  expect(refusedByProvider('<b>canary</b>')).toMatchObject({ code: 'sso_misconfigured', detail: undefined })
})
