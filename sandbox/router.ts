import { Failure } from './failure'
import type { Handler } from './exchange'

export type Route = {
  method: string
  /** Segments in braces are parameters: `/v1/interviews/{interview_id}`. */
  path: string
  handle: Handler
}

export type Match = { route: Route; params: Record<string, string> }

/** Throws 404 for a path without a route, 405 for a route without the method; HEAD is answered as GET without its body. */
export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  const matches = routes.flatMap((route) => {
    const params = matchPath(route.path, path)
    return params ? [{ route, params }] : []
  })
  if (matches.length === 0) throw new Failure(404, 'The requested URL was not found on the server.')

  const wanted = method === 'HEAD' ? 'GET' : method
  const match = matches.find(({ route }) => route.method === wanted)
  if (!match) throw new Failure(405, 'The method is not allowed for the requested URL.')
  return match
}

/** The path of the route that would answer, whatever the method. */
export function patternOf(routes: readonly Route[], path: string): string | null {
  return routes.find((route) => matchPath(route.path, path))?.path ?? null
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const expected = pattern.split('/')
  const actual = path.split('/')
  if (expected.length !== actual.length) return null

  const params: Record<string, string> = {}
  for (const [at, part] of expected.entries()) {
    const value = actual[at] ?? ''
    if (part.startsWith('{') && value) params[part.slice(1, -1)] = decode(value)
    else if (part !== value) return null
  }
  return params
}

function decode(segment: string) {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
