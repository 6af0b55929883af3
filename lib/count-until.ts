/**
 * How many places of a list it holds of, from the first one on; after the first that it does not hold of, it holds of none. Found
 * by halving.
 */
export function countUntil(length: number, holdsOf: (place: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holdsOf(middle)) low = middle + 1
    else high = middle
  }
  return low
}
