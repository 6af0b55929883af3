import { exportLog } from '@/lib/audit/log/commands'
import { requireLogFilter } from '@/lib/audit/log/log-filter'
import { route } from '@/lib/auth/route'
import { requireMay } from '@/lib/auth/viewer'
import { headOfFile, streamFile } from '@/lib/exports/file-answer'
import { listFileName } from '@/lib/exports/file-name'
import { jsonOf } from '@/lib/exports/items-json'
import { requireNoOtherSite } from '@/lib/server/origin'

/** All of the log that its parameters let through. */
export const GET = route(async (request) => {
  requireNoOtherSite(request)
  const admin = await requireMay('audit.read')
  return streamFile(request, jsonOf(await exportLog(admin, filterOf(request), 'json')), file())
})

export const HEAD = route(async (request) => {
  await requireMay('audit.read')
  filterOf(request)
  return headOfFile(file())
})

const file = () => ({ name: listFileName('json', 'audit log'), type: 'application/json' })
const filterOf = (request: Request) => requireLogFilter(new URL(request.url).searchParams)
