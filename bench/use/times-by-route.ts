import { percentile } from '../percentile'
import { round } from '../round'
import type { Served } from './replicas'

/** How often each route was asked for and how long it took, where the most time went first; `share` is of all that time, in per cent. */
export function timesByRoute(served: Served[]) {
  const byRoute = new Map<string, number[]>()
  for (const { asked, ms } of served) {
    const route = routeOf(asked)
    byRoute.set(route, [...(byRoute.get(route) ?? []), ms])
  }
  const all = total(served.map(({ ms }) => ms))
  return [...byRoute]
    .toSorted(([, a], [, b]) => total(b) - total(a))
    .map(([route, times]) => ({
      route,
      asked: times.length,
      'p50 ms': round(percentile(times, 50)),
      'p95 ms': round(percentile(times, 95)),
      'share %': round((total(times) / all) * 100),
    }))
}

/** Without which interview it is about, and what is looked for. */
function routeOf(asked: string): string {
  const [path = '', search = ''] = asked.split('?')
  const searched = /(?:^|&)q=/.test(search) ? '?q' : ''
  return path.replace(/\/(candidates|interviews)\/(?!news|counts)[^/]+/, '/$1/[id]') + searched
}

function total(times: number[]): number {
  return times.reduce((sum, ms) => sum + ms, 0)
}
