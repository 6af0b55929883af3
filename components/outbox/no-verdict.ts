import type { RequestFailed } from '../fetch-json'

const NO_VERDICTS = new Set([
  ...['offline', 'not_ready', 'database_unavailable', 'database_full'],
  ...['not_signed_in', 'another_member'],
])

/** Whether a failure says nothing about what was sent: nobody answers, or its author is not signed in. */
export function isNoVerdict({ code }: RequestFailed): boolean {
  return NO_VERDICTS.has(code)
}
