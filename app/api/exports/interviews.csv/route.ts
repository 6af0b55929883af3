import { requireMay, type May } from '@/lib/auth/viewer'
import { requireChosen } from '@/lib/exports/chosen'
import { exportInterviews } from '@/lib/exports/commands'
import { headOfFile, streamFile } from '@/lib/exports/file-answer'
import { listFileName } from '@/lib/exports/file-name'
import { tableOf } from '@/lib/exports/interview-table'
import { requireTableOptions } from '@/lib/exports/table-options'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { requireInterviewFilter } from '@/lib/interviews/list/required-filter'
import { route } from '@/lib/auth/route'
import { requireNoOtherSite } from '@/lib/server/origin'

/** All of a list. */
export const GET = route(async (request) => {
  requireNoOtherSite(request)
  const viewer = await requireMay('export.create')
  return tableFor(viewer, request, listIn(request))
})

export const HEAD = route(async (request) => {
  await requireMay('export.create')
  listIn(request)
  optionsIn(request)
  return headOfFile(file())
})

/** What was chosen of it. */
export const POST = route(async (request) => {
  const viewer = await requireMay('export.create')
  return tableFor(viewer, request, await requireChosen(request))
})

const file = () => ({ name: listFileName('csv'), type: 'text/csv' })
const listIn = (request: Request) => requireInterviewFilter(new URL(request.url).searchParams)
const optionsIn = (request: Request) => requireTableOptions(new URL(request.url).searchParams)

async function tableFor(viewer: May<'export.create'>, request: Request, filter: InterviewFilter) {
  const options = optionsIn(request)
  const batches = await exportInterviews(viewer, filter, 'csv')
  return streamFile(request, tableOf(batches, options), file())
}
