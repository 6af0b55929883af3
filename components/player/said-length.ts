/** Seconds that a recording may go on after the last word without being called longer: whoever hangs up takes a moment. */
const RINGING_OFF = 5

/**
 * How long an interview is, in seconds, as every page says it: until the last word, or to the end of a recording that goes on
 * for longer. Null until anything is known.
 */
export function saidLength(talk: number | null, recording: number): number | null {
  if (!talk) return recording || null
  return recording - talk < RINGING_OFF ? talk : recording
}
