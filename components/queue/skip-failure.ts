import { Listeners } from '../listeners'

let failure: string | null = null
const listeners = new Listeners<[]>()

/** Why the last skip is not kept, from the page that was skipped to the one that opened. */
export const skipFailure = {
  get: () => failure,
  set: (why: string | null) => {
    failure = why
    listeners.tell()
  },
  onChange: (listener: () => void) => listeners.add(listener),
}
