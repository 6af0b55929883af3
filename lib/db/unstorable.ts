/** PostgreSQL refuses the values themselves (SQLSTATE 22, 23), or they exceed what it or JavaScript can hold (54, RangeError). */
export function isUnstorable(error: unknown): boolean {
  if (error instanceof RangeError) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return /^(22|23|54)...$/.test(code) || isUnstorable(error.cause)
}
