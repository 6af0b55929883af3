import { setTimeout as pause } from 'node:timers/promises'
import type { EmbeddedProcess } from './embedded-process'

const MOST_DEATHS = 5
const WINDOW_MS = 5 * 60_000
/** After the first death, doubled after each further one. */
const BACKOFF_MS = 250

/**
 * Starts the embedded database's process again whenever it dies, at the same address; after more than 5 deaths in 5 minutes,
 * failed starts included, `lost` resolves with a sentence instead.
 */
export function keepRunning(first: EmbeddedProcess, start: () => Promise<EmbeddedProcess>, folder: string) {
  const closed = new AbortController()
  let current = first
  const watching = watch()
  const lost = new Promise<Error>((resolve) => void watching.then((sentence) => sentence && resolve(sentence)))

  async function watch(): Promise<Error | undefined> {
    let deaths: number[] = []
    for (let reason = 'its process was ended.'; ;) {
      await current.exited
      if (closed.signal.aborted) return undefined
      const now = performance.now()
      deaths = [...deaths.filter((death) => death > now - WINDOW_MS), now]
      if (deaths.length > MOST_DEATHS) return lostAfter(deaths.length, reason)

      console.error(`The embedded database ended unexpectedly: ${reason} It is started again.`)
      await pause(BACKOFF_MS * 2 ** (deaths.length - 1), undefined, { signal: closed.signal }).catch(() => {})
      if (closed.signal.aborted) return undefined
      current = await start()
      reason = reasonOf(current)
      if (closed.signal.aborted || current.report.status !== 'ready') await current.close()
    }
  }

  function lostAfter(deaths: number, reason: string) {
    return new Error(
      `The embedded database in ${folder} ended ${deaths} times within ${WINDOW_MS / 60_000} minutes, so Debrief stops: ${reason}`,
    )
  }

  const close = async () => {
    closed.abort()
    await current.close()
    await watching
  }
  return { lost, close }
}

function reasonOf({ report }: EmbeddedProcess): string {
  if (report.status === 'failed') return report.reason
  if (report.status === 'held') return `process ${report.pid} has its folder open.`
  return 'its process was ended.'
}
