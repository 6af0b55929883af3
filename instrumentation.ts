import type { Instrumentation } from 'next'

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./lib/lifecycle')
  await start()
}

/** The path without its query and the kind of error: a message could quote what must not be logged. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('./lib/log')
  const path = request.path.split('?')[0]
  log.error({ path, method: request.method, route: context.routePath, cause: error }, 'a request failed unexpectedly')
}
