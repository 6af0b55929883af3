// Must hold 38: what fails leaves no secret of its address in the log.
import { DrizzleQueryError } from 'drizzle-orm'
import { symbols } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { appRoutes, PLACEHOLDERS, routeUrl } from '@/e2e/routes'
import { onRequestError } from '@/instrumentation'
import { log } from '@/lib/log'

const SECRET = 'canary-of-a-link'
const NAMES = [...Object.keys(PLACEHOLDERS), 'interviewId', 'nextauth']
const EVERY_PART = Object.fromEntries(NAMES.map((name) => [name, SECRET]))

beforeEach(() => vi.stubEnv('NEXT_RUNTIME', 'nodejs'))
afterEach(() => vi.unstubAllEnvs())

/** The lines that the log writes meanwhile. */
async function loggedBy(work: () => unknown): Promise<string[]> {
  const stream = Reflect.get(log, symbols.streamSym) as { write: (line: string) => boolean }
  const write = vi.spyOn(stream, 'write').mockReturnValue(true)
  await work()
  const lines = write.mock.calls.map(([line]) => line)
  write.mockRestore()
  return lines
}

test.each(appRoutes())('of $pattern that fails the log has its pattern, and no part of its address', async (route) => {
  const path = `${routeUrl(route.pattern, EVERY_PART)}?q=${SECRET}`
  const headers = { referer: `https://debrief.example.com${path}`, cookie: SECRET, 'x-debrief-path': path }
  const error = new DrizzleQueryError('select 1 where token = $1', [SECRET], new Error(SECRET))
  const lines = await loggedBy(() =>
    onRequestError(
      error,
      { path, method: 'GET', headers },
      {
        routerKind: 'App Router',
        routePath: route.pattern,
        routeType: route.kind === 'page' ? 'render' : 'route',
        revalidateReason: undefined,
      },
    ),
  )
  expect(lines).toEqual([expect.stringContaining(JSON.stringify(route.pattern))])
  expect(lines[0]).not.toContain(SECRET)
})
