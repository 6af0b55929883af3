import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { candidateEmail } from './candidate-email'
import { id, text } from './wire'

/** Whether this can be a signature at all. */
export function isSignature(signature: string | null): signature is string {
  return signature !== null && /^[0-9a-f]{64}$/i.test(signature)
}

/** True when the signature is the bare hex HMAC-SHA256 of these very bytes, as Ribbon puts it in `X-Ribbon-Signature`. */
export function isSigned(body: Uint8Array, signature: string | null, secret: string): boolean {
  if (!isSignature(signature)) return false
  return timingSafeEqual(Buffer.from(signature, 'hex'), createHmac('sha256', secret).update(body).digest())
}

/** What an event is about; nothing else of its payload is used, since a replay can't be told from a new one. */
export type RibbonEvent = { name: string | null } & (
  { about: 'interview'; interviewId: string } | { about: 'candidate'; change: StatusChange } | { about: 'nothing' }
)
export type StatusChange = { flowId: string; email: string; status: string; previous: string | null }

const named = z.object({ event_type: text.nullish() })
const flowEvent = z.object({ interview_flow_id: id })
const interviewEvent = z.object({ interview_id: id })
const statusEvent = z
  .object({
    interview_flow_id: id,
    interviewee_email: id.transform(candidateEmail).pipe(z.string()),
    new_status: id,
    previous_status: text.nullish(),
  })
  .transform((body): StatusChange => ({
    flowId: body.interview_flow_id,
    email: body.interviewee_email,
    status: body.new_status,
    previous: body.previous_status ?? null,
  }))

/** Whose flow's secret has to be tried, before anything else of the body is believed; null when it names no flow. */
export function flowNamedIn(body: Uint8Array): string | null {
  return flowEvent.safeParse(parseJson(body)).data?.interview_flow_id ?? null
}

/** Reads any body: what is not an event that we know is about nothing. */
export function readEvent(body: Uint8Array): RibbonEvent {
  const payload = parseJson(body)
  const name = named.safeParse(payload).data?.event_type?.slice(0, LONGEST_NAME) ?? null
  const change = name === 'candidate_status_updated' ? statusEvent.safeParse(payload) : null
  if (change?.success) return { name, about: 'candidate', change: change.data }

  const interview = interviewEvent.safeParse(payload)
  return interview.success
    ? { name, about: 'interview', interviewId: interview.data.interview_id }
    : { name, about: 'nothing' }
}
const LONGEST_NAME = 100

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
