import type { FailureCode } from './errors'

/** Why a passkey let somebody not in, or a password alone did not, as the audit log has it. */
export const PASSKEY_FAILURES = [
  ...(['passkey_expired', 'passkey_unknown', 'passkey_refused', 'password_not_enough', 'provider_needed'] as const),
] as const satisfies readonly FailureCode[]

export type PasskeyFailure = (typeof PASSKEY_FAILURES)[number]

export function isPasskeyFailure(code: unknown): code is PasskeyFailure {
  return PASSKEY_FAILURES.some((known) => known === code)
}
