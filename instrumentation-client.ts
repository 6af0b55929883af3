import { watchNetwork } from './components/connectivity'
import { holdPages, pages } from './components/navigation/pages'

watchNetwork()
holdPages()

/** Called by Next. */
export function onRouterTransitionStart(url: string, how: 'push' | 'replace' | 'traverse') {
  const { pathname, search } = new URL(url, window.location.href)
  pages.begin({ href: pathname + search, how })
}
