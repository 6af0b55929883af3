const REFUSALS = ['password_too_short', 'password_too_long', 'password_common']

/** The name of the field that a refusal is about; none where it is about something else. */
export function passwordFieldOf(code: string): string {
  return REFUSALS.includes(code) ? 'password' : ''
}
