import { failureMessage, isFailureCode } from '../errors'

/** The sentence of a code that the database holds. */
export function messageOf(code: string): string {
  return failureMessage(isFailureCode(code) ? code : 'unexpected')
}

export function iso(instant: string): string {
  return new Date(instant).toISOString()
}

export function isoOrNull(instant: string | null | undefined): string | null {
  return instant ? iso(instant) : null
}
