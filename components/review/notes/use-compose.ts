import { useCallback } from 'react'
import type { About } from '@/lib/notes/note'
import { useNotes } from '../../notes/notes-context'
import { usePanel } from '../panels/panel-context'

/** The name of the note that is being written, among the drafts. */
export const NEW_NOTE = 'new'

/** Opens the notes with one about this; what is half written is gone on with, and stays about what it was. */
export function useCompose(): (about: About) => void {
  const { compose, drafts } = useNotes()
  const { choose } = usePanel()
  return useCallback(
    (about: About) => {
      choose('notes')
      compose(drafts.find(NEW_NOTE)?.about ?? about)
    },
    [choose, compose, drafts],
  )
}
