import { PageRequests } from './page-requests'

/** Between two looks whether somebody answers by now. */
const LOOK_MS = 2_000

/** The browser's own, which is what the router asks through until `holdPages`. */
// oxlint-disable-next-line no-restricted-properties -- It is the router that asks, and the server that says for whom it draws.
const ask = globalThis.fetch

/** What this tab's router asks for. */
export const pages = new PageRequests({
  ask: (...request) => ask(...request),
  pause: untilWorthwhile,
  patience: 5_000,
  load: (href) => window.location.assign(href),
})

/** From now on the router asks through `pages`, which has no other place to stand in between: to be called before it starts. */
export function holdPages() {
  // oxlint-disable-next-line no-restricted-properties -- As above.
  window.fetch = (input, init) => (isRouters(init) ? pages.answer(input, init) : ask(input, init))
}

/** Next's header of what is to be drawn in place; `Next-Router-Prefetch` comes with what nobody has gone to. */
function isRouters(init?: RequestInit): boolean {
  const headers = new Headers(init?.headers)
  return headers.has('rsc') && !headers.has('next-router-prefetch')
}

function untilWorthwhile(): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const end = () => {
      over.abort()
      resolve()
    }
    const timer = setTimeout(end, LOOK_MS)
    over.signal.addEventListener('abort', () => clearTimeout(timer))
    window.addEventListener('online', end, over)
  })
}
