import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { id } from './wire'

/** True when the signature is the bare hex HMAC-SHA256 of these very bytes, as Ribbon puts it in `X-Ribbon-Signature`. */
export function isSigned(body: Uint8Array, signature: string | null, secret: string): boolean {
  if (!signature || !/^[0-9a-f]{64}$/i.test(signature)) return false
  return timingSafeEqual(Buffer.from(signature, 'hex'), createHmac('sha256', secret).update(body).digest())
}

const event = z.object({ interview_id: id })

/** The interview that an event is about; null for an event that names none, such as `candidate_status_updated`. */
export function interviewIdOf(body: Uint8Array): string | null {
  const read = event.safeParse(parseJson(body))
  return read.success ? read.data.interview_id : null
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
