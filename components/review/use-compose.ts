import { useCallback } from 'react'
import { useNotes, type About } from '../notes/notes-context'
import { usePanel } from './panel-context'

/** Opens the notes with an empty one about this. */
export function useCompose(): (about: About) => void {
  const { compose } = useNotes()
  const { choose } = usePanel()
  return useCallback(
    (about: About) => {
      choose('notes')
      compose(about)
    },
    [choose, compose],
  )
}
