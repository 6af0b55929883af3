import { readLimitedBody } from '@/lib/server/limited-body'
import { failureResponse } from '@/lib/server/failure-response'
import { acceptWebhook } from '@/lib/webhooks/commands'

const MAX_BYTES = 1_000_000

/** Not from one of our pages, so no Origin is asked for: the signature says who sends. */
export async function POST(request: Request) {
  try {
    const body = await readLimitedBody(request, MAX_BYTES)
    await acceptWebhook({ body, signature: request.headers.get('x-ribbon-signature') })
    return new Response(null, { status: 204 })
  } catch (error) {
    return failureResponse(error)
  }
}
