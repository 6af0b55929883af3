import { createHmac } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach } from 'vitest'
import { db } from '../../db/client'
import { interviews } from '../../db/schema/interviews'
import { jobs } from '../../db/schema/jobs'
import { candidateStatuses, webhookDeliveries } from '../../db/schema/webhooks'
import { processNext } from '../../jobs/process'
import { acceptWebhook } from '../commands'
import { fetchAnnounced } from '../jobs'
import { givenRibbon } from '../../ribbon/testing/given-ribbon'

const SECRET = 'a secret for the webhook tests'
const ribbon = givenRibbon({ interviews: 8, samples: 'none' })
/** The one that `processed` announces. */
export let interviewId: string

export const sign = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex')
export const deliver = (payload: object, signature?: string) => {
  const body = JSON.stringify(payload)
  return acceptWebhook({ body: Buffer.from(body), signature: signature ?? sign(body) })
}
export const processed = (name = 'interview_processed') => ({
  event_type: name,
  interview_id: interviewId,
  status: 'completed',
})
export const forgetAll = async () => {
  await db().delete(webhookDeliveries)
  await db().delete(jobs)
}
const outcomes = { done: 'fetched', failed: 'given_up', cancelled: null }
/** With what their jobs tell. */
export const deliveries = async () => {
  const rows = await db()
    .select({ delivery: webhookDeliveries, job: jobs })
    .from(webhookDeliveries)
    .leftJoin(jobs, eq(jobs.id, webhookDeliveries.jobId))
    .orderBy(webhookDeliveries.receivedAt)
  return rows.map(({ delivery, job }) => ({
    ...delivery,
    outcome: job?.outcome ? outcomes[job.outcome] : delivery.outcome,
    tries: job?.attempts,
    lastFailureCode: job?.lastFailureCode,
    claimedUntil: job?.claimedUntil,
  }))
}
export const timesAsked = async () => {
  const { counts } = (await (await fetch(`${ribbon.url()}/control/requests`)).json()) as {
    counts: Record<string, number>
  }
  return Object.entries(counts).reduce((sum, [route, count]) => sum + (/interviews\/./.test(route) ? count : 0), 0)
}
export const stored = async () => {
  const rows = await db().select().from(interviews)
  const WHEN = { firstSeenAt: null, updatedAt: null, firstSeenIn: null, updatedIn: null, assessedIn: null }
  return rows.map((row) => ({ ...row, ...WHEN }))
}
export const change = (previous: string | null, status: string) => ({
  event_type: 'candidate_status_updated',
  interview_flow_id: 'flow_1',
  interviewee_email: 'jane@example.com',
  previous_status: previous,
  new_status: status,
})
export const statuses = async () => (await db().select().from(candidateStatuses)).map(({ status }) => status)
export const inject = (fault: object) =>
  fetch(`${ribbon.url()}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ route: '/v1/interviews/', fault }),
  })
export const fetchNext = () => processNext([fetchAnnounced])
export const workOff = async () => {
  while (await fetchNext());
}
export const letTimePass = () =>
  db()
    .update(jobs)
    .set({ runAt: sql`now()`, claimedUntil: sql`now()` })

/** A Ribbon of eight interviews, for a test file; before each test nothing is announced or stored. */
export function givenAnnouncing() {
  beforeAll(async () => {
    process.env.RIBBON_WEBHOOK_SECRET = SECRET
    const headers = { authorization: `Bearer ${ribbon.key}` }
    const response = await fetch(`${ribbon.url()}/be-api/v1/interviews?status=completed&limit=1`, { headers })
    const list = (await response.json()) as { interviews: { interview_id: string }[] }
    interviewId = list.interviews[0]?.interview_id ?? ''
  })
  beforeEach(async () => {
    await endFaults()
    await forgetAll()
    await db().delete(interviews)
  })
}

/** What the fault `held` holds back is answered. */
export const letGo = () => fetch(`${ribbon.url()}/control/held`, { method: 'DELETE' })
export const endFaults = () => fetch(`${ribbon.url()}/control/faults`, { method: 'DELETE' })
