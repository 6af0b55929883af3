import { createHmac } from 'node:crypto'

type Event = { interviewId: string; secret: string }

/** Tells the app, as Ribbon does, that an interview has been processed. Returns the status of the answer. */
export async function sendProcessed(origin: string, { interviewId, secret }: Event): Promise<number> {
  const body = JSON.stringify({ event_type: 'interview_processed', interview_id: interviewId })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const headers = { 'x-ribbon-signature': signature }
  return (await fetch(`${origin}/api/webhooks/ribbon`, { method: 'POST', headers, body })).status
}
