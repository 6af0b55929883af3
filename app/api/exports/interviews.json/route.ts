import { requireMay, type May } from '@/lib/auth/viewer'
import { requireChosen } from '@/lib/exports/chosen'
import { exportInterviews } from '@/lib/exports/commands'
import { headOfFile, streamFile } from '@/lib/exports/file-answer'
import { listFileName } from '@/lib/exports/file-name'
import { jsonOf } from '@/lib/exports/items-json'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { requireInterviewFilter } from '@/lib/interviews/list/required-filter'
import { route } from '@/lib/auth/route'
import { requireNoOtherSite } from '@/lib/server/origin'

/** All of a list. */
export const GET = route(async (request) => {
  requireNoOtherSite(request)
  const viewer = await requireMay('export.create')
  return jsonFor(viewer, request, listIn(request))
})

export const HEAD = route(async (request) => {
  await requireMay('export.create')
  listIn(request)
  return headOfFile(file())
})

/** What was chosen of it. */
export const POST = route(async (request) => {
  const viewer = await requireMay('export.create')
  return jsonFor(viewer, request, await requireChosen(request))
})

const file = () => ({ name: listFileName('json'), type: 'application/json' })
const listIn = (request: Request) => requireInterviewFilter(new URL(request.url).searchParams)

async function jsonFor(viewer: May<'export.create'>, request: Request, filter: InterviewFilter) {
  const batches = await exportInterviews(viewer, filter, 'json')
  return streamFile(request, jsonOf(batches), file())
}
