import type { Anchors } from '@/lib/compare/anchors'

/** Of the scale that is rated on here; null where there is none, or a blank one. */
export function scaleVersion(anchors: Anchors | null): number | null {
  return anchors && stepsOf(anchors).length > 0 ? anchors.version : null
}

/** What is said of a 1, a 3 and a 5, where something is. */
export function stepsOf({ one, three, five }: Pick<Anchors, 'one' | 'three' | 'five'>): [number, string][] {
  const steps: [number, string | null][] = [
    [1, one],
    [3, three],
    [5, five],
  ]
  return steps.flatMap(([step, text]): [number, string][] => (text === null ? [] : [[step, text]]))
}
