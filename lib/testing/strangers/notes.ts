import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { noteMentions } from '../../db/schema/notes'
import { deleteNote, markMentionsSeen, writeNote } from '../../notes/commands'
import { countUnseenMentions, findNote, listMentions, listNotes } from '../../notes/queries'
import { NOTE } from './scene'
import type { StrangerCases } from './stranger-case'

export const NOTES: StrangerCases = {
  aboutOne: {
    listNotes,
    writeNote: (of, interviewId) => writeNote(of, { interviewId, noteId: crypto.randomUUID() }, NOTE),
    deleteNote: (of, interviewId, { noteId }) => deleteNote(of, { interviewId, noteId }),
  },
  ofAll: {
    findNote: { ask: (of, { noteId }) => findNote(of, noteId), nothing: null },
    listMentions: { ask: listMentions, nothing: [] },
    countUnseenMentions: { ask: countUnseenMentions, nothing: 0 },
    markMentionsSeen: {
      ask: async (of, { noteId }) => {
        await markMentionsSeen(of, [noteId])
        const [mention] = await db().select().from(noteMentions).where(eq(noteMentions.noteId, noteId))
        return mention?.seenAt
      },
      nothing: null,
    },
  },
}
