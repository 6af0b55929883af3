import { useState, type ComponentType } from 'react'

/**
 * A component whose script comes when it is asked for; null until then. Where it cannot be fetched nothing happens, and it
 * can be asked for again.
 */
export function useLoaded<Props>(load: () => Promise<ComponentType<Props>>): [ComponentType<Props> | null, () => void] {
  const [loaded, setLoaded] = useState<ComponentType<Props> | null>(null)
  const ask = () =>
    void load().then(
      (component) => setLoaded(() => component),
      () => {},
    )
  return [loaded, ask]
}
