import { z } from 'zod'
import { requireMay } from '@/lib/auth/viewer'
import { readJsonBody } from '@/lib/server/json-body'
import { markMentionsSeen } from '@/lib/notes/commands'
import { answer, route } from '@/lib/auth/route'

const shown = z.object({ noteIds: z.array(z.uuid()).max(100) })

export const POST = route(async (request) => {
  const viewer = await requireMay('interview.read')
  const { noteIds } = await readJsonBody(request, shown)
  if (noteIds.length > 0) await markMentionsSeen(viewer, noteIds)
  return answer({ seen: true })
})
