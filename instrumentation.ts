import type { Instrumentation } from 'next'

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./lib/server/lifecycle/lifecycle')
  await start()
}

/** The route, and never the path: that of an invitation is a secret. The page shows the id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteOutage } = await import('./lib/server/page-outage')
  noteOutage(error, request.headers)
  const { log } = await import('./lib/log')
  const id = error instanceof Error && 'digest' in error ? error.digest : undefined
  const { method } = request
  log.error({ id, method, route: context.routePath, cause: error }, 'a request failed unexpectedly')
}
