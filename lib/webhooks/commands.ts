import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { db } from '../db/client'
import { candidateStatuses, webhookDeliveries } from '../db/schema/webhooks'
import { enqueue } from '../jobs/enqueue'
import { notify } from '../jobs/notify'
import { readEvent, type RibbonEvent, type StatusChange } from '../ribbon/webhook'
import { fetchAnnounced } from './jobs'
import { requireRibbon, type SignedBody } from './sender'

/**
 * Stores what an event is about and leaves the work to the runner of any replica, so that it can be answered at
 * once and survives a crash. Throws `webhooks_off` and `webhook_unsigned`; the sender is known by its signature alone.
 */
export async function acceptWebhook({ body, signature }: SignedBody): Promise<void> {
  const flow = await requireRibbon({ body, signature })
  if (flow !== null) await recordHeard(flow)
  const event = readEvent(body)
  if (event.about === 'candidate') await recordStatus(event.change)
  const { name, outcome, interviewId } = whatToDo(event)
  // In this order: what is fetched between the two was fetched after the event had come.
  const jobId =
    interviewId === null ? null : await enqueue(fetchAnnounced, { payload: { interviewId }, key: interviewId })
  await db()
    .insert(webhookDeliveries)
    .values({ digest: createHash('sha256').update(body).digest('hex'), event: name, interviewId, outcome, jobId })
    .onConflictDoNothing()
  notify()
}

/** Of a flow that we know. */
async function recordHeard(flow: string): Promise<void> {
  await db().execute(sql`
    INSERT INTO flow_webhooks (flow_id, last_heard_at) SELECT id, now() FROM flows WHERE id = ${flow}
    ON CONFLICT (flow_id) DO UPDATE SET last_heard_at = excluded.last_heard_at`)
}

function whatToDo(event: RibbonEvent) {
  const { name, about } = event
  if (about === 'interview') return { name, interviewId: event.interviewId, outcome: null }
  return { name, interviewId: null, outcome: about === 'candidate' ? ('recorded' as const) : ('ignored' as const) }
}

/** A change from another status than the one we know is a replay, or has overtaken one that we have not had: it changes nothing. */
async function recordStatus({ flowId, email, status, previous }: StatusChange): Promise<void> {
  await db()
    .insert(candidateStatuses)
    .values({ flowId, email, status })
    .onConflictDoUpdate({
      target: [candidateStatuses.flowId, candidateStatuses.email],
      set: { status, changedAt: sql`now()` },
      setWhere: sql`${candidateStatuses.status} = ${previous}`,
    })
}
