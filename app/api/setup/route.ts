import { peerOf } from '@/lib/server/peer'
import { readSmallForm } from '@/lib/server/request-body'
import { DebriefError } from '@/lib/errors'
import { claim, claimInstallation } from '@/lib/members/setup'
import { route } from '@/lib/auth/route'

export const POST = route(async (request: Request) => {
  const parsed = claim.safeParse(await readSmallForm(request))
  if (!parsed.success) throw new DebriefError('invalid_input')

  await claimInstallation({ ...parsed.data, address: peerOf(request.headers) })
  return Response.json({}, { status: 201 })
})
