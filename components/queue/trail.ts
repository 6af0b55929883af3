import { Listeners } from '../listeners'

/** How a candidate of the queue was left. */
type Left = { id: string; name: string; by: 'vote' | 'skip' }

const MOST = 200

let left: Left[] = []
const listeners = new Listeners<[]>()

/** Which candidates of the queue this tab has left, the last one at the end: the way back. */
export const trail = {
  last: (): Left | null => left.at(-1) ?? null,
  leave: (one: Left) => change([...left, one].slice(-MOST)),
  /** Null where nothing was left. */
  goBack: (): Left | null => {
    const last = left.at(-1) ?? null
    change(left.slice(0, -1))
    return last
  },
  onChange: (listener: () => void) => listeners.add(listener),
}

function change(next: Left[]) {
  left = next
  listeners.tell()
}
