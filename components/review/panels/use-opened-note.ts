import { useEffect, useSyncExternalStore } from 'react'
import { useNotes } from '../../notes/notes-context'
import { usePanel } from './panel-context'

/** A link to a note shows it, once the notes are there. */
export function useOpenedNote() {
  const { notes } = useNotes()
  const { choose } = usePanel()
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => '',
  )
  const isThere = notes.some(({ id }) => hash === `#note-${id}`)
  useEffect(() => {
    if (!isThere) return
    choose('notes')
    requestAnimationFrame(() => document.querySelector(hash)?.scrollIntoView({ block: 'center' }))
  }, [hash, isThere, choose])
}

function onHashChange(listener: () => void) {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
