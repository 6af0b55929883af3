import { isComposing } from '../key-pressed'
import { dropKeys, holdKeys, releaseKeys } from './held-keys'

type Awaited = {
  /** Whether its script has come, so that it takes the focus next. */
  isThere: () => boolean
  close: () => void
}

/**
 * Whoever goes on pressing keys means what is on its way: it has them once it takes the focus. Escape says that it is wanted no
 * more. The function that is returned ends this, and forgets what was not pressed yet.
 */
export function awaitKeys({ isThere, close }: Awaited): () => void {
  const over = new AbortController()
  const { signal } = over
  const leave = (event: KeyboardEvent) => {
    if (isThere() || event.key !== 'Escape' || isComposing(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    close()
  }
  const release = () => {
    if (!isThere()) return
    over.abort()
    // Once it has the focus where it wants it.
    queueMicrotask(() => void releaseKeys())
  }
  holdKeys(true)
  window.addEventListener('keydown', leave, { signal, capture: true })
  window.addEventListener('focusin', release, { signal })
  return () => {
    // Those that are being pressed go on, for what they have led to.
    if (!signal.aborted) dropKeys()
    over.abort()
  }
}
