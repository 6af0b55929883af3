/** All of them are exact. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)
/** Twice what the quotient of two doubles that is less than 1 is off at most. */
const MARGIN = 2 ** -53

/**
 * The double nearest to whole + fraction ÷ 10^places, which is what JSON.parse makes of those digits; NaN where this cannot tell. The
 * fraction is its digits as a whole number.
 */
export function decimal(whole: number, fraction: number, places: number): number {
  const power = POWERS[places]
  if (power === undefined || fraction > Number.MAX_SAFE_INTEGER || whole > Number.MAX_SAFE_INTEGER) return NaN
  const quotient = fraction / power
  if (whole === 0 || quotient === 0) return whole + quotient
  const sum = whole + quotient
  // What the sum has lost, exactly.
  const rest = whole - sum + quotient
  const least = sum + (rest - MARGIN)
  return least === sum + (rest + MARGIN) ? least : NaN
}
