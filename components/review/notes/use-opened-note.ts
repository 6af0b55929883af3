import { useEffect, useState } from 'react'
import { useNotes } from '../../notes/notes-context'
import { usePanel } from '../panels/panel-context'

/** A link to a note shows it, once the notes are there and each time that it is followed; gives its id, or null. */
export function useOpenedNote(): string | null {
  const { notes } = useNotes()
  const { choose } = usePanel()
  // An object, so that the same hash is news when it is asked for again.
  const [opened, setOpened] = useState({ hash: '' })
  useEffect(() => {
    const open = () => setOpened({ hash: window.location.hash })
    // Where it leads to is the address already, so the browser tells of no change.
    const openAgain = ({ target, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) => {
      const isElsewhere = ctrlKey || metaKey || shiftKey || altKey
      const link = target instanceof Element ? target.closest('a') : null
      if (link && !isElsewhere && link.href === window.location.href) open()
    }
    if (window.location.hash !== '') open()
    window.addEventListener('hashchange', open)
    document.addEventListener('click', openAgain)
    return () => {
      window.removeEventListener('hashchange', open)
      document.removeEventListener('click', openAgain)
    }
  }, [])
  const id = notes.find((note) => opened.hash === `#note-${note.id}`)?.id ?? null
  const isThere = id !== null
  useEffect(() => {
    if (!isThere) return
    choose('notes')
    requestAnimationFrame(() => document.querySelector(opened.hash)?.scrollIntoView({ block: 'center' }))
  }, [opened, isThere, choose])
  return id
}
