import { keptInTab } from '../../kept'
import { ownKey } from '../../kept-keys'
import { fieldsOf, isNumber, isText } from '../../unknown-fields'

/** Where a reader was in a list: the rows that had been read, and how far down, in pixels. */
export type ListPosition = { rows: number; top: number }

const MOST = 20

let places: Map<string, ListPosition> | undefined

/** By the list's query string; the start of a list that nobody has been in. It outlives a reload of the tab. */
export function keptPlace(search: string): ListPosition {
  places ??= read()
  return places.get(search) ?? { rows: 0, top: 0 }
}

export function keepPlace(search: string, place: ListPosition) {
  places ??= read()
  places.delete(search)
  places.set(search, place)
}

/** Whether this tab has shown the list of this query string. */
export function wasInList(search: string): boolean {
  places ??= read()
  return places.has(search)
}

export function storePlaces() {
  const key = ownKey('places')
  const latest = [...(places ?? [])].slice(-MOST)
  if (key) keptInTab.keep(key, JSON.stringify(latest))
}

/** Which interview was looked at last, and from which list. */
export function rememberVisited(search: string, id: string) {
  const key = ownKey('visited')
  if (key) keptInTab.keep(key, JSON.stringify([search, id]))
}

/** Told once: who moves on in the list need not be led back again. */
export function takeVisited(search: string): string | null {
  const key = ownKey('visited')
  if (!key) return null
  const [from, id] = listOf(keptInTab.findJson(key))
  keptInTab.drop(key)
  return from === search && isText(id) ? id : null
}

function read(): Map<string, ListPosition> {
  const key = ownKey('places')
  return new Map(listOf(key && keptInTab.findJson(key)).flatMap((entry) => readPlace(listOf(entry)) ?? []))
}

/** Null for what is no place of ours. */
function readPlace([search, place]: unknown[]): [[string, ListPosition]] | null {
  const { rows, top } = fieldsOf(place)
  return isText(search) && isNumber(rows) && isNumber(top) ? [[search, { rows, top }]] : null
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
