import { boundedCount } from '../../bounded-count'

/** How many are ticked at once, and how many match, as a bounded count. */
export type Pickable = { most: number; total: number }

/** What ticks as many as can be: all that match, or of more than that those that the list has first. */
export function pickAllWords({ most, total }: Pickable): string {
  const number = most.toLocaleString('en-US')
  return most < total ? `The first ${number} of ${boundedCount(total)}` : `All ${number} that match`
}

/** `picked` are ticked; where no more can be, it is said of how many that match. */
export function pickedWords(picked: number, { most, total }: Pickable): string {
  return picked === most && most < total ? `${picked} of ${boundedCount(total)} selected` : `${picked} selected`
}
