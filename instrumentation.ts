import type { Instrumentation } from 'next'

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./lib/server/lifecycle/lifecycle')
  await start()
}

/** The path without its query and the kind of error: a message could quote what must not be logged. The page shows the id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteOutage } = await import('./lib/server/page-outage')
  noteOutage(error, request.headers)
  const { log } = await import('./lib/log')
  const id = error instanceof Error && 'digest' in error ? error.digest : undefined
  const path = request.path.split('?')[0]
  const { method } = request
  log.error({ id, path, method, route: context.routePath, cause: error }, 'a request failed unexpectedly')
}
