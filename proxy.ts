import { type NextRequest, NextResponse } from 'next/server'
import { requireOwnOrigin } from '@/lib/server/origin'
import { failureResponse } from '@/lib/server/failure-response'

/** Refuses what another site wants to change, whatever the path. A convenience, never a guard: routes check for themselves. */
export function proxy(request: NextRequest) {
  try {
    requireOwnOrigin(request)
    return NextResponse.next()
  } catch (error) {
    return failureResponse(error)
  }
}

// Reading, which is nearly everything, does not pay for a second request handler. Webhooks and what an identity provider sends are
// signed by their sender instead.
export const config = {
  matcher: [
    {
      source: '/((?!api/webhooks/|api/auth/backchannel-logout).*)',
      has: [{ type: 'header', key: 'x-debrief-change' }],
    },
  ],
}
