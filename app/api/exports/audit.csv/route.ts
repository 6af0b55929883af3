import { exportLog } from '@/lib/audit/log/commands'
import { logTable } from '@/lib/audit/log/log-files'
import { requireLogFilter } from '@/lib/audit/log/log-filter'
import { route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { headOfFile, streamFile } from '@/lib/exports/file-answer'
import { listFileName } from '@/lib/exports/file-name'
import { takeTableOptions } from '@/lib/exports/table-options'
import { requireNoOtherSite } from '@/lib/server/origin'

/** All of the log that its parameters let through. */
export const GET = route(async (request) => {
  requireNoOtherSite(request)
  const admin = await requireMay('audit.read')
  const { options, filter } = asked(request)
  return streamFile(request, logTable(await exportLog(admin, filter, 'csv'), options), file())
})

export const HEAD = route(async (request) => {
  await requireMay('audit.read')
  asked(request)
  return headOfFile(file())
})

const file = () => ({ name: listFileName('csv', 'audit log'), type: 'text/csv' })

function asked(request: Request) {
  const { options, rest } = takeTableOptions(new URL(request.url).searchParams)
  return { options, filter: requireLogFilter(rest) }
}
