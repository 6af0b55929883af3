/** So far a list is counted for whoever only looks at it: to count on would take longer than to show it. */
export const MOST_COUNTED = 1_000

/** How the total of a list is to be counted: to the last, or no further than one beyond `MOST_COUNTED`. */
export const COUNTINGS = ['exact', 'bounded'] as const
export type Counting = (typeof COUNTINGS)[number]

/** Whether a bounded count stands for more than it says. */
export function isMore(count: number): boolean {
  return count > MOST_COUNTED
}
