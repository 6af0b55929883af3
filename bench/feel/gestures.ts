/** What somebody does, and what they wait for; in the order of the table. */
export const GESTURES = [
  { name: 'row → candidate readable', aim: 100 },
  { name: 'next candidate readable', aim: 100 },
  { name: 'back to the list at its place', aim: 50 },
  { name: 'key → filter applied', aim: 100 },
  { name: 'last letter → results', aim: 120 },
  { name: 'palette usable', aim: 50 },
  { name: 'Play → sound', aim: 100 },
  { name: 'word → sound', aim: 80 },
] as const

export type Gesture = (typeof GESTURES)[number]['name']
/** Milliseconds, a value a turn. */
export type Times = Partial<Record<Gesture, number[]>>

/** Bounds of the general score that only this turn asks for. */
export function scoreBand(turn: number) {
  const from = 100 + turn * 4
  return { from: String(from / 100), to: String((from + 60) / 100) }
}
