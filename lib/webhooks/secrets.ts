import 'server-only'
import { eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { flowWebhooks } from '../db/schema/webhooks'
import { env } from '../env'
import type { ReceivedFlow } from '../ribbon/flow'
import { seal, unseal } from './seal'

type Received = Pick<ReceivedFlow, 'id' | 'webhookSecret'>

/** Writes what has changed, each flow once. What another NEXTAUTH_SECRET has sealed has changed. */
export async function storeSecrets(page: Received[]): Promise<void> {
  const { flowId, secret } = flowWebhooks
  const ids = page.map(({ id }) => id)
  const rows = await db().select({ flowId, secret }).from(flowWebhooks).where(inArray(flowId, ids))
  const stored = new Map(rows.map((row) => [row.flowId, opened(row)]))
  const changed = page.filter(({ id, webhookSecret }) => stored.get(id) !== webhookSecret)
  if (changed.length === 0) return
  await db()
    .insert(flowWebhooks)
    .values(changed.map((received) => toRow(received)))
    .onConflictDoUpdate({ target: flowId, set: { secret: sql`excluded.secret` } })
}

function toRow({ id, webhookSecret }: Received) {
  return { flowId: id, secret: webhookSecret === null ? null : seal(webhookSecret, id, env().NEXTAUTH_SECRET) }
}

/** Null when Ribbon named none for this flow, undefined when it is not known which one. */
export async function findSecret(flow: string): Promise<string | null | undefined> {
  const [row] = await db().select().from(flowWebhooks).where(eq(flowWebhooks.flowId, flow))
  return row && opened(row)
}

/** Those of the flows heard from last, each once. */
export async function listSecrets(most: number): Promise<string[]> {
  const rows = await db()
    .select()
    .from(flowWebhooks)
    .where(isNotNull(flowWebhooks.secret))
    .orderBy(sql`${flowWebhooks.lastHeardAt} DESC NULLS LAST`, flowWebhooks.flowId)
    .limit(most)
  return [...new Set(rows.map((row) => opened(row)).filter((secret) => typeof secret === 'string'))]
}

function opened({ flowId, secret }: { flowId: string; secret: Buffer | null }): string | null | undefined {
  return secret === null ? null : (unseal(secret, flowId, env().NEXTAUTH_SECRET) ?? undefined)
}

/** Whether this is a secret that can be used: not one that another NEXTAUTH_SECRET has sealed. */
export function isKnown(row: { flowId: string; secret: Buffer | null }): boolean {
  return typeof opened(row) === 'string'
}
