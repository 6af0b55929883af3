import { Listeners } from '../listeners'
import { pages } from '../navigation/pages'

/** For so long the router keeps a page that was loaded before, in milliseconds: Next's `staleTimes.static`. */
const KEPT_MS = 300_000

const wanted = new Set<string>()
const until = new Map<string, number>()
const listeners = new Listeners<[]>()

/** Which pages the router has, by their path and query: they open without a network too. */
export const loadedPages = {
  /** The router is asked for it now; it is there once that is answered. */
  expect: (href: string) => {
    wanted.add(href)
    pages.loadAhead(href)
  },
  has: (href: string): boolean => (until.get(href) ?? 0) > Date.now(),
  onChange: (listener: () => void): (() => void) => listeners.add(listener),
}

pages.onAnswer((href) => {
  if (!wanted.delete(href)) return
  until.set(href, Date.now() + KEPT_MS)
  listeners.tell()
})
