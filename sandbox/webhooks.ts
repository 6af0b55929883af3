import { createHmac } from 'node:crypto'
import { INTERVIEW_LINKS } from './links'
import { type Json, pythonJson } from './python-json'
import type { Interview, InterviewFlow } from './wire'

const TIMEOUT_MS = 10_000

/** `status` is what the receiver answered, null when it could not be reached. */
export type Delivery = { event: string; status: number | null }

/** Tells the flow's receiver that an interview was processed, then of its video if the flow has one. */
export async function announceInterview(flow: InterviewFlow, interview: Interview): Promise<Delivery[]> {
  const events = flow.is_video_enabled ? ['interview_processed', 'video_processed'] : ['interview_processed']
  const deliveries: Delivery[] = []
  for (const event of events) deliveries.push(...(await deliver(flow, event, interviewEvent(flow, interview, event))))
  return deliveries
}

export type StatusChange = { interviewee_email: string; new_status: string; previous_status: string | null }

export function announceStatus(flow: InterviewFlow, change: StatusChange): Promise<Delivery[]> {
  const event = 'candidate_status_updated'
  return deliver(flow, event, {
    interview_flow_id: flow.interview_flow_id,
    interview_flow_name: flow.title,
    event_type: event,
    interviewee_email: change.interviewee_email,
    new_status: change.new_status,
    previous_status: change.previous_status,
  })
}

export function interviewEvent(flow: InterviewFlow, interview: Interview, event: string): Record<string, Json> {
  const { interview_id: id, interview_data: data } = interview
  return {
    interview_flow_id: flow.interview_flow_id,
    interview_id: id,
    status: interview.status,
    interview_flow_name: flow.title,
    event_type: event,
    interviewee_email_address: data?.interviewee_email_address ?? null,
    interviewee_first_name: data?.interviewee_first_name ?? null,
    interviewee_last_name: data?.interviewee_last_name ?? null,
    interview_link: INTERVIEW_LINKS.review(flow.interview_flow_id, id),
  }
}

/** Bare lower-case hex of HMAC-SHA256 over the raw body. */
export function sign(secret: string, body: string) {
  return createHmac('sha256', secret).update(body).digest('hex')
}

async function deliver(flow: InterviewFlow, event: string, payload: Record<string, Json>): Promise<Delivery[]> {
  if (!flow.webhook_url) return []
  const body = pythonJson(payload)
  const headers = new Headers({ 'content-type': 'application/json' })
  if (flow.webhook_secret_key) headers.set('X-Ribbon-Signature', sign(flow.webhook_secret_key, body))
  const response = await fetch(flow.webhook_url, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null)
  await response?.body?.cancel()
  return [{ event, status: response?.status ?? null }]
}
