import { DebriefError } from '../../errors'
import type { SsoFailure } from '../../sso-failure'

/** By RFC 6749, section 4.1.2.1, and OpenID Connect Core, section 3.1.2.6. */
const ANSWERS: Record<string, SsoFailure> = {
  access_denied: 'sso_denied',
  login_required: 'sso_denied',
  interaction_required: 'sso_denied',
  account_selection_required: 'sso_denied',
  consent_required: 'sso_denied',
  server_error: 'sso_unreachable',
  temporarily_unavailable: 'sso_unreachable',
  invalid_grant: 'sso_used',
}

/** What a provider says instead of a code, or of tokens: only its word of the specification counts, never its sentence. */
export function refusedByProvider(word: string): DebriefError {
  return new DebriefError(Object.hasOwn(ANSWERS, word) ? (ANSWERS[word] ?? 'sso_misconfigured') : 'sso_misconfigured')
}

/** What openid-client throws, as a failure of ours. */
export function ssoFailure(error: unknown): DebriefError {
  if (error instanceof DebriefError) return error
  return new DebriefError(codeOf(error), { cause: error })
}

function codeOf(error: unknown): DebriefError['code'] {
  if (!(error instanceof Error)) return 'sso_refused'
  if (error.name === 'OPError') return isOfServer(error) ? 'sso_unreachable' : refusedByProvider(wordOf(error)).code
  // Of a token that is over, or not yet begun, it tells how much it tolerates.
  if ('tolerance' in error) return 'sso_clock'
  if (/^state (mismatch|missing)/.test(error.message)) return 'sso_expired'
  const isOfNetwork = 'code' in error || error.message.startsWith('outgoing request timed out')
  return isOfNetwork ? 'sso_unreachable' : 'sso_refused'
}

function wordOf(error: Error): string {
  return 'error' in error && typeof error.error === 'string' ? error.error : ''
}

function isOfServer(error: Error): boolean {
  const response: unknown = 'response' in error ? error.response : undefined
  return response instanceof Object && 'statusCode' in response && Number(response.statusCode) >= 500
}
