import { connectivity, type Connectivity } from '../connectivity'
import { Listeners } from '../listeners'

let why: Connectivity['is'] | null = null
const listeners = new Listeners<[]>()
const set = (next: typeof why) => {
  if (next === why) return
  why = next
  listeners.tell()
}
// What is so no longer is not said any more, and what has become worse as it is now.
connectivity.onChange(() => {
  const { is } = connectivity.get()
  if (why !== null) set(is === 'online' ? null : is)
})

/** How the page reached Debrief when something was pressed whose script could not be fetched; null where that is over. */
export const unopened = {
  get: () => why,
  tell: () => set(connectivity.get().is),
  close: () => set(null),
  onChange: (listener: () => void) => listeners.add(listener),
}
