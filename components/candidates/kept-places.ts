/** Where a reader was in a list: the rows that had been read, and how far down, in pixels. */
export type Place = { rows: number; top: number }

const KEY = 'debrief-places'
const MOST = 20

let places: Map<string, Place> | undefined

/** By the list's query string; the start of a list that nobody has been in. It outlives a reload of the tab. */
export function keptPlace(search: string): Place {
  places ??= read()
  return places.get(search) ?? { rows: 0, top: 0 }
}

export function keepPlace(search: string, place: Place) {
  places ??= read()
  places.delete(search)
  places.set(search, place)
}

export function storePlaces() {
  const latest = [...(places ?? [])].slice(-MOST)
  window.sessionStorage.setItem(KEY, JSON.stringify(latest))
}

function read(): Map<string, Place> {
  const stored = window.sessionStorage.getItem(KEY)
  return new Map(stored ? (JSON.parse(stored) as [string, Place][]) : [])
}
