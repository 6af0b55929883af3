import { afterEach, expect, test, vi } from 'vitest'
import * as environment from '../../env'
import { servingWays } from './serving-ways'

afterEach(() => {
  vi.restoreAllMocks()
})

const LOCAL = { NEXTAUTH_URL: 'https://debrief.example', PASSWORD_SIGN_IN: 'on' as const }

test.each([
  [{}, ['password', 'passkey']],
  [{ NEXTAUTH_URL: 'https://10.0.0.5' }, ['password']],
  [{ NEXTAUTH_URL: 'https://[fd00::5]' }, ['password']],
  [{ OIDC_ISSUER: 'https://login.example' }, ['password', 'oidc', 'passkey']],
  [{ OIDC_ISSUER: 'https://login.example', PASSWORD_SIGN_IN: 'off' as const }, ['oidc', 'passkey']],
])('with %o members come in by %o', (over, ways) => {
  vi.spyOn(environment, 'env').mockReturnValue({ ...LOCAL, ...over } as environment.Environment)
  expect(servingWays()).toEqual(ways)
})
