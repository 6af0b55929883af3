import { useSyncExternalStore } from 'react'

const TICK_MS = 30_000

const listeners = new Set<() => void>()
let clock = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The reader's time in milliseconds, moving every half minute; until the page is alive, the time it was rendered at. */
export function useNow(renderedAt: number): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.max(clock, renderedAt),
    () => renderedAt,
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  clock = Date.now()
  for (const listener of listeners) listener()
}
