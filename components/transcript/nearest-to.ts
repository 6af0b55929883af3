/** Of a list at most so many, those around a place in it: as many before it as after it, unless the list ends there. */
export function nearestTo<T>(place: number, list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list
  const from = Math.min(Math.max(0, place - Math.floor(most / 2)), list.length - most)
  return list.slice(from, from + most)
}
