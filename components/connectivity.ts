import { Listeners } from './listeners'

/**
 * Whether this page reaches Debrief: `offline` where the browser has no network, `silent` where nobody answers, `out` where the server
 * answers that it cannot work. `since` is when that began, ISO 8601.
 */
export type Connectivity = { is: 'online' } | { is: 'offline' | 'silent' | 'out'; since: string }

export const ONLINE: Connectivity = { is: 'online' }
/** Of a proxy in front of Debrief that does not reach it. */
export const GATEWAY_FAILED = [502, 503, 504]

class LatestConnectivity {
  #now: Connectivity = ONLINE
  #listeners = new Listeners<[]>()

  get = (): Connectivity => this.#now
  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /**
   * To be told of every answer, before anybody reads it: one of the server's own says itself what is wrong. `asked` is what `get`
   * said when it was asked for: an answer that was on its way when the network went says nothing of what is now.
   */
  answered({ status, headers }: Pick<Response, 'status' | 'headers'>, asked: Connectivity) {
    if (this.#now.is === 'offline' && this.#now !== asked) return
    const isOurs = headers.get('content-type')?.startsWith('application/problem+json') ?? false
    if (!GATEWAY_FAILED.includes(status)) this.#set('online')
    else if (!isOurs) this.#set('silent')
  }

  /** The server cannot work at the moment. */
  failed() {
    this.#set('out')
  }

  /** A request got no answer. */
  unanswered() {
    this.#set(isOffline() ? 'offline' : 'silent')
  }

  /** The browser says that it has a network again, which need not reach anybody. */
  networkIsBack() {
    if (this.#now.is === 'offline') this.#set('online')
  }

  #set(is: Connectivity['is']) {
    if (is === this.#now.is) return
    this.#now = is === 'online' ? ONLINE : { is, since: new Date().toISOString() }
    this.#listeners.tell()
  }
}

/** What the latest request, or the browser, has said. */
export const connectivity = new LatestConnectivity()

/** To be called once in a page, before anything is asked for. */
export function watchNetwork() {
  window.addEventListener('offline', () => connectivity.unanswered())
  window.addEventListener('online', () => connectivity.networkIsBack())
  if (isOffline()) connectivity.unanswered()
}

function isOffline() {
  return typeof window !== 'undefined' && !navigator.onLine
}
