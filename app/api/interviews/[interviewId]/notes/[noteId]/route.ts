import { requireMay } from '@/lib/auth/viewer'
import { idOfParameter } from '@/lib/interviews/interview-id'
import { parseId, readJsonBody } from '@/lib/server/json-body'
import { deleteNote, writeNote } from '@/lib/notes/commands'
import { noteDraft } from '@/lib/notes/note'
import { answer, route } from '@/lib/auth/route'

type Context = RouteContext<'/api/interviews/[interviewId]/notes/[noteId]'>

export const PUT = route(async (request, { params }: Context) => {
  const viewer = await requireMay('note.write')
  const { interviewId: parameter, noteId } = await params
  const interviewId = idOfParameter(parameter)
  const draft = await readJsonBody(request, noteDraft)
  return answer(await writeNote(viewer, { interviewId, noteId: parseId(noteId) }, draft))
})

export const DELETE = route(async (_request, { params }: Context) => {
  const viewer = await requireMay('note.write')
  const { interviewId: parameter, noteId } = await params
  const interviewId = idOfParameter(parameter)
  await deleteNote(viewer, { interviewId, noteId: parseId(noteId) })
  return answer({ deleted: true })
})
