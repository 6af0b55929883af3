/** Where a reader was in a list: the rows that had been read, and how far down, in pixels. */
export type Place = { rows: number; top: number }

const KEY = 'debrief-places'
const VISITED_KEY = 'debrief-visited'
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

/** Which interview was looked at last, and from which list. */
export function rememberVisited(search: string, id: string) {
  window.sessionStorage.setItem(VISITED_KEY, JSON.stringify([search, id]))
}

/** Told once: who moves on in the list need not be led back again. */
export function takeVisited(search: string): string | null {
  const stored = window.sessionStorage.getItem(VISITED_KEY)
  window.sessionStorage.removeItem(VISITED_KEY)
  const [from, id] = stored ? (JSON.parse(stored) as [string, string]) : []
  return from === search ? (id ?? null) : null
}

function read(): Map<string, Place> {
  const stored = window.sessionStorage.getItem(KEY)
  return new Map(stored ? (JSON.parse(stored) as [string, Place][]) : [])
}
