import { useCallback, useEffect, useEffectEvent, useState, type ComponentType } from 'react'
import { awaitKeys } from '../held-keys/await-keys'
import { loadEarly } from './load-early'
import { unopened } from './unopened'

type Load<Props> = () => Promise<ComponentType<Props>>
/** And what asks for it. */
type Loaded<Props> = [ComponentType<Props> | null, () => void]

/** A component whose script comes when it is asked for, or each time that it begins to be needed; null until then. Where it cannot be fetched nothing happens. */
export function useLoaded<Props>(load: Load<Props>, needed: boolean): Loaded<Props> {
  const [loaded, fetchIt] = useFetched(load)
  useEffect(() => {
    if (needed) fetchIt().catch(() => {})
  }, [needed, fetchIt])
  return [loaded, () => void fetchIt().catch(() => {})]
}

/**
 * The same of what a press opens: its script comes early, so that it opens without a network too. Where it cannot be fetched it
 * is closed again, and the page says so.
 */
export function useOpened<Props>(load: Load<Props>, open: boolean, close: () => void): Loaded<Props> {
  const [loaded, fetchIt] = useFetched(load)
  const giveUp = useEffectEvent(() => {
    close()
    unopened.tell()
  })
  useEffect(() => {
    if (!open) {
      loadEarly(load)
      return undefined
    }
    let isWanted = true
    fetchIt().catch(() => isWanted && giveUp())
    return () => {
      isWanted = false
    }
  }, [open, load, fetchIt])
  return [loaded, () => void fetchIt().catch(() => {})]
}

/** And of what takes the focus once it is there: the keys that are pressed before are held for it, and Escape closes it. */
export function useFocusTaker<Props>(load: Load<Props>, open: boolean, close: () => void): Loaded<Props> {
  const [loaded, fetchIt] = useOpened(load, open, close)
  const isThere = useEffectEvent(() => loaded !== null)
  const giveUp = useEffectEvent(close)
  useEffect(() => (open && !isThere() ? awaitKeys({ isThere, close: giveUp }) : undefined), [open])
  return [loaded, fetchIt]
}

function useFetched<Props>(load: Load<Props>) {
  const [loaded, setLoaded] = useState<ComponentType<Props> | null>(null)
  const fetchIt = useCallback(() => load().then((component) => setLoaded(() => component)), [load])
  return [loaded, fetchIt] as const
}
