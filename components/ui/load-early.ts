type Load = () => Promise<unknown>

/** How long a page has to itself, in milliseconds. */
export const EARLY_MS = 2_000
/** How long one waits for the page to have nothing else to do, in milliseconds. */
const PATIENCE_MS = 5_000
/** Is noted in the page's timeline when all that could be fetched is there. */
export const EARLY_MARK = 'loaded early'

/** Not to be asked for again. */
const known = new Set<Load>()
const waiting: Load[] = []

/** Fetches it when the page has long been there, so that it opens without a network too. One comes after the other, each while the page rests, and none holds a press up. */
export function loadEarly(load: Load) {
  if (known.has(load)) return
  known.add(load)
  waiting.push(load)
  if (waiting.length === 1) setTimeout(() => void loadAll(), EARLY_MS)
}

async function loadAll() {
  for (let load = waiting[0]; load; load = waiting[0]) {
    const asked = load
    await untilResting()
    await asked().catch(() => known.delete(asked))
    waiting.shift()
  }
  performance.mark(EARLY_MARK)
}

/** At once where a browser cannot say. */
function untilResting(): Promise<unknown> {
  if (!('requestIdleCallback' in globalThis)) return Promise.resolve()
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE_MS }))
}
