import { useCallback, useEffect, useState, type ComponentType } from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

/**
 * A component whose script comes when it is asked for, or each time that it begins to be needed; null until then. Where it
 * cannot be fetched nothing happens, and it can be asked for again.
 */
export function useLoaded<Props>(load: Load<Props>, needed = false): [ComponentType<Props> | null, () => void] {
  const [loaded, setLoaded] = useState<ComponentType<Props> | null>(null)
  const ask = useCallback(() => {
    load().then(
      (component) => setLoaded(() => component),
      () => {},
    )
  }, [load])
  useEffect(() => {
    if (needed) ask()
  }, [needed, ask])
  return [loaded, ask]
}

const IDLE_MS = 2_000

/** Asks when the page has long been there, for what has to work without a network too. */
export function useAskedEarly(ask: () => void) {
  useEffect(() => {
    const early = setTimeout(ask, IDLE_MS)
    return () => clearTimeout(early)
  }, [ask])
}
