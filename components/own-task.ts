import type { Middleware } from 'swr'

/** What a page asks for as it comes alive would hold it up all at once: SWR makes each request in a task of its own. */
export const inOwnTask: Middleware = (useNext) =>
  function useInOwnTask(key, fetcher, config) {
    const ask: typeof fetcher =
      fetcher &&
      (async (...asked) => {
        await new Promise((begin) => setTimeout(begin))
        return fetcher(...asked)
      })
    return useNext(key, ask, config)
  }
