const STRING = /"(?:[^"\\]|\\.)*"/g
const NUMBER = /-?\d[\d.eE+-]*/g
const WHOLE = /^(?:0|-?[1-9]\d*)$/

/** Whether a number stands anywhere in it. */
export function hasNumber(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'number'
  return Object.values(value).some((member) => hasNumber(member))
}

/** Whether each number of this JSON is what JavaScript reads it as: whole, safe and written in the one way. */
export function hasExactNumbers(json: string): boolean {
  const numbers = json.replaceAll(STRING, '""').match(NUMBER) ?? []
  return numbers.every((number) => WHOLE.test(number) && Number.isSafeInteger(Number(number)))
}
