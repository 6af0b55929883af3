import 'server-only'
import { desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { codePointOrder } from '../db/code-point-order'
import { flows } from '../db/schema/interviews'
import { jobs } from '../db/schema/jobs'
import { flowWebhooks, webhookDeliveries } from '../db/schema/webhooks'
import { env } from '../env'
import { isKnown } from '../mirror/store/webhook-secrets'
import type { Delivery, FlowWebhook, Webhooks } from './connection'
import { iso, isoOrNull, messageOf } from './values'

const RECENT = 20
const MOST_FLOWS = 50

/** How Ribbon's announcements arrive; part of `findConnection`, which asks who is there to see it. */
export async function findWebhooks(): Promise<Webhooks> {
  const { RIBBON_WEBHOOK_SECRET, NEXTAUTH_URL } = env()
  const [backlog] = await db()
    .select({ waiting: sql<number>`count(*)::int`, oldest: sql<string | null>`min(received_at)` })
    .from(webhookDeliveries)
    .innerJoin(jobs, eq(jobs.id, webhookDeliveries.jobId))
    .where(isNull(jobs.outcome))
  const rows = await db()
    .select({ ...getTableColumns(webhookDeliveries), job: jobs })
    .from(webhookDeliveries)
    .leftJoin(jobs, eq(jobs.id, webhookDeliveries.jobId))
    .orderBy(desc(webhookDeliveries.receivedAt))
    .limit(RECENT)
  const ofFlows = await findFlows()
  return {
    isOn: RIBBON_WEBHOOK_SECRET !== undefined || ofFlows.shown.some(({ hasSecret }) => hasSecret),
    hasDefault: RIBBON_WEBHOOK_SECRET !== undefined,
    url: new URL('/api/webhooks/ribbon', NEXTAUTH_URL).href,
    waiting: backlog?.waiting ?? 0,
    oldestWaitingAt: isoOrNull(backlog?.oldest),
    recent: rows.map((row) => toDelivery(row)),
    flows: ofFlows,
  }
}

/** Those that nothing has been heard from come first, since they may not be set up. */
async function findFlows(): Promise<Webhooks['flows']> {
  const { secret, lastHeardAt } = flowWebhooks
  const rows = await db()
    .select({ id: flows.id, title: flows.title, secret, lastHeardAt })
    .from(flows)
    .leftJoin(flowWebhooks, eq(flowWebhooks.flowId, flows.id))
    .where(isNull(flows.goneAt))
    .orderBy(sql`${lastHeardAt} ASC NULLS FIRST`, codePointOrder(flows.titleKey), flows.id)
    .limit(MOST_FLOWS)
  return { shown: rows.map((row) => toFlow(row)), total: await db().$count(flows, isNull(flows.goneAt)) }
}

type FlowRow = { id: string; title: string; secret: Buffer | null; lastHeardAt: string | null }

function toFlow({ id, title, secret, lastHeardAt }: FlowRow): FlowWebhook {
  return { id, title, hasSecret: isKnown({ flowId: id, secret }), lastHeardAt: isoOrNull(lastHeardAt) }
}

type DeliveryRow = typeof webhookDeliveries.$inferSelect & { job: typeof jobs.$inferSelect | null }

const OUTCOMES = { done: 'fetched', failed: 'given_up', cancelled: 'given_up' } as const

function toDelivery({ job, ...row }: DeliveryRow): Delivery {
  const { id, receivedAt, event, interviewId } = row
  const outcome = job?.outcome ? OUTCOMES[job.outcome] : row.outcome
  const failure = job?.lastFailureCode ? messageOf(job.lastFailureCode) : null
  return { id, receivedAt: iso(receivedAt), event, interviewId, outcome, tries: job?.attempts ?? 0, failure }
}
