import 'server-only'
import { eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { excluded } from '../../db/excluded'
import { flowWebhooks } from '../../db/schema/webhooks'
import { env } from '../../env'
import type { Asked } from './order'
import type { ReceivedFlow } from '../../ribbon/flow'
import { encrypt, decrypt } from '../../db/encrypt'

type Encrypted = { flowId: string; secret: Buffer | null }
type Received = Asked<Pick<ReceivedFlow, 'id' | 'webhookSecret'>>

/** Of each flow the secret that was asked for last; one that is the same stays encrypted as it is. */
export async function storeSecrets(page: Received[]): Promise<void> {
  if (page.length === 0) return
  const { flowId, secret } = flowWebhooks
  const ids = page.map(({ id }) => id)
  const rows = await db().select({ flowId, secret }).from(flowWebhooks).where(inArray(flowId, ids))
  const encrypted = new Map(rows.map((row) => [row.flowId, row]))
  const received = page
    .map((one) => toRow(one, encrypted.get(one.id)))
    .toSorted((a, b) => (a.flowId < b.flowId ? -1 : 1))
  await db()
    .insert(flowWebhooks)
    .values(received)
    .onConflictDoUpdate({
      target: flowWebhooks.flowId,
      set: excluded(flowWebhooks, received, 'flowId'),
      setWhere: lt(flowWebhooks.asked, sql`excluded.asked`),
    })
}

function toRow({ id, webhookSecret, asked }: Received, stored?: Encrypted) {
  const isSame = stored !== undefined && decrypted(stored) === webhookSecret
  const anew = webhookSecret === null ? null : encrypt(webhookSecret, id, env().NEXTAUTH_SECRET)
  return { flowId: id, secret: isSame ? stored.secret : anew, asked }
}

/** Null when Ribbon named none for this flow, undefined when it is not known which one. */
export async function findSecret(flow: string): Promise<string | null | undefined> {
  const [row] = await db().select().from(flowWebhooks).where(eq(flowWebhooks.flowId, flow))
  return row && decrypted(row)
}

/** Those of the flows heard from last, each once. */
export async function listSecrets(most: number): Promise<string[]> {
  const rows = await db()
    .select()
    .from(flowWebhooks)
    .where(isNotNull(flowWebhooks.secret))
    .orderBy(sql`${flowWebhooks.lastHeardAt} DESC NULLS LAST`, flowWebhooks.flowId)
    .limit(most)
  return [...new Set(rows.map((row) => decrypted(row)).filter((secret) => typeof secret === 'string'))]
}

function decrypted({ flowId, secret }: Encrypted): string | null | undefined {
  return secret === null ? null : (decrypt(secret, flowId, env().NEXTAUTH_SECRET) ?? undefined)
}

/** Whether this is a secret that can be used: not one that another NEXTAUTH_SECRET has encrypted. */
export function isKnown(row: Encrypted): boolean {
  return typeof decrypted(row) === 'string'
}
