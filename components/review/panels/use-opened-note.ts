import { useEffect } from 'react'
import { useNotes } from '../../notes/notes-context'
import { usePanel } from './panel-context'

/** A link to a note shows it, once the notes are there. */
export function useOpenedNote() {
  const { notes } = useNotes()
  const { choose } = usePanel()
  const isThere = notes.some(({ id }) => typeof window !== 'undefined' && window.location.hash === `#note-${id}`)
  useEffect(() => {
    if (!isThere) return
    choose('notes')
    requestAnimationFrame(() => document.querySelector(window.location.hash)?.scrollIntoView({ block: 'center' }))
  }, [isThere, choose])
}
