import { deleteNote, writeNote } from '../../notes/commands'
import type { AuditedCases } from './audited-case'
import { NOTE } from './scene'

export const NOTES: AuditedCases = {
  writeNote: {
    does: ({ interviewId, noteId, correctionId, viewer }) =>
      writeNote(viewer, { interviewId, noteId: correctionId }, { ...NOTE, parentId: noteId }),
    tells: ({ interviewId, noteId, correctionId }) => [
      { code: 'note.written', about: interviewId, payload: { noteId: correctionId, parentId: noteId } },
    ],
  },
  'writeNote, other words': {
    does: ({ interviewId, noteId, viewer }) =>
      writeNote(viewer, { interviewId, noteId }, { ...NOTE, body: `Sharp, @${viewer.email}` }),
    tells: ({ interviewId, noteId }) => [{ code: 'note.edited', about: interviewId, payload: { noteId } }],
  },
  deleteNote: {
    does: ({ interviewId, noteId, viewer }) => deleteNote(viewer, { interviewId, noteId }),
    tells: ({ interviewId, noteId }) => [{ code: 'note.deleted', about: interviewId, payload: { noteId } }],
  },
}
