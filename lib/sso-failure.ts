import type { FailureCode } from './errors'

/** Why single sign-on let somebody not in, as the audit log has it. */
export const SSO_FAILURES = [
  ...(['sso_unreachable', 'sso_misconfigured', 'sso_clock', 'sso_denied', 'sso_refused', 'sso_expired'] as const),
  ...(['sso_used', 'sso_ended', 'sso_email', 'sso_domain', 'sso_groups', 'sso_other_account', 'sso_disabled'] as const),
  'sso_unclaimed',
] as const satisfies readonly FailureCode[]

export type SsoFailure = (typeof SSO_FAILURES)[number]

export function isSsoFailure(code: unknown): code is SsoFailure {
  return SSO_FAILURES.some((known) => known === code)
}
