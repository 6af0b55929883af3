import { useCallback, useEffect, useRef, useState } from 'react'

const UNDO_MS = 10_000

type Removal = { id: string; bringBack: () => void }

/**
 * What somebody deletes is hidden first, and deleted once it can no longer be undone: after ten seconds, with the next one, or
 * when the page is left.
 */
export function useRemoval(remove: (id: string) => Promise<void>) {
  const [hidden, setHidden] = useState<readonly string[]>([])
  const [undoable, setUndoable] = useState<Removal | null>(null)
  const pending = useRef<Removal | null>(null)
  const latest = useRef(remove)
  useEffect(() => {
    latest.current = remove
  }, [remove])

  const take = useCallback(() => {
    const taken = pending.current
    pending.current = null
    setUndoable(null)
    return taken
  }, [])
  const show = useCallback((id: string) => setHidden((ids) => ids.filter((other) => other !== id)), [])
  const finish = useCallback(() => {
    const taken = take()
    // Where it could not be deleted it is back again.
    if (taken) void latest.current(taken.id).then(() => show(taken.id))
  }, [take, show])

  const begin = useCallback(
    (removal: Removal) => {
      finish()
      pending.current = removal
      setUndoable(removal)
      setHidden((ids) => [...ids, removal.id])
    },
    [finish],
  )
  const undo = useCallback(() => {
    const taken = take()
    if (!taken) return
    taken.bringBack()
    show(taken.id)
  }, [take, show])

  useEffect(() => {
    if (!undoable) return undefined
    const timer = setTimeout(finish, UNDO_MS)
    return () => clearTimeout(timer)
  }, [undoable, finish])
  useEffect(() => {
    window.addEventListener('pagehide', finish)
    return () => {
      window.removeEventListener('pagehide', finish)
      finish()
    }
  }, [finish])
  return { hidden, begin, undo: undoable && undo }
}
