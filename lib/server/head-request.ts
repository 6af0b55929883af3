import 'server-only'
import { headers } from 'next/headers'
import { HEAD_HEADER } from './head-header'
import { onRequestStart } from './request-start'

/** From now on a request says whether it is a HEAD, whatever its own headers claim: Next tells a page nothing of its method. */
export function stampHeadRequests() {
  onRequestStart(({ request }) => {
    delete request.headers[HEAD_HEADER]
    if (request.method === 'HEAD') request.headers[HEAD_HEADER] = '1'
  })
}

/** Whether nothing of what is being answered is sent but its status and headers. */
export async function isHeadRequest(): Promise<boolean> {
  try {
    return (await headers()).has(HEAD_HEADER)
  } catch {
    // Next has no other way to say that there is no request.
    return false
  }
}
