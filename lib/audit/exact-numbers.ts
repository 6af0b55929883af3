const STRING = /"(?:[^"\\]|\\.)*"/g
const NUMBER = /-?\d[\d.eE+-]*/g
const WHOLE = /^(?:0|-?[1-9]\d*)$/

/** Whether a number stands anywhere in it. */
export function hasNumber(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'number'
  for (const member of Object.values(value)) if (hasNumber(member)) return true
  return false
}

/** Whether each number of this JSON is what JavaScript reads it as: whole, safe and written in the one way. */
function hasExactNumbers(json: string): boolean {
  const numbers = json.replaceAll(STRING, '""').match(NUMBER) ?? []
  return numbers.every((number) => WHOLE.test(number) && Number.isSafeInteger(Number(number)))
}

/**
 * What this JSON says. JSON has numbers that JavaScript reads as others, 5.00000000000000000001 as 5, so that an event could be altered
 * without a trace: one with such a number is its text, after a character that no JSON in Postgres has.
 */
export function readExactly(json: string): unknown {
  return hasExactNumbers(json) ? JSON.parse(json) : `\0${json}`
}
