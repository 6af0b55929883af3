import 'server-only'
import { once } from 'node:events'
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { db } from '../db/client'
import { webhookDeliveries } from '../db/schema/webhooks'
import { DebriefError } from '../errors'
import { log } from '../log'
import { mirrorInterview } from '../mirror/mirror'
import { pause } from '../pause'
import { webhookBell } from './wake'

/** How often it looks for what another replica took in, or what is to be tried again. */
const LOOK_MS = 2_000
const MOST_TRIES = 8
/** Renewed while the fetch lasts: what a dead or paused replica took is taken by another after this. */
const CLAIM_SECONDS = 15
const RENEW_EVERY_MS = 5_000
const KEPT_DAYS = 30
const PATIENCE_MS = 2_000

type Claim = { interviewId: string; tries: number; dueAt: string }

export type Worker = { stop: () => Promise<void> }

/** Works off what `acceptWebhook` stored, here or elsewhere, until `stop`; a fetch under way gets two seconds. */
export function startWebhookWorker(): Worker {
  const stopped = new AbortController()
  const running = work(stopped.signal)
  const stop = async () => {
    stopped.abort()
    await Promise.race([running, pause(PATIENCE_MS)])
  }
  return { stop }
}

async function work(stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const rung = new AbortController()
    const bell = once(webhookBell(), 'delivery', { signal: AbortSignal.any([stopped, rung.signal]) }).catch(() => {})
    const didSomething = await workOffOne().catch((cause: unknown) => {
      log.warn({ cause }, 'webhooks could not be worked off')
      return false
    })
    if (!didSomething) await Promise.race([bell, pause(LOOK_MS, stopped)])
    rung.abort()
  }
}

/** Fetches the interview that was announced first, once for all its announcements. False when none is due. */
export async function workOffOne(): Promise<boolean> {
  const claim = await claimNext()
  if (!claim) return forgetOld()

  try {
    await whileClaimed(claim, () => mirrorInterview(claim.interviewId))
    await settle(claim, { outcome: 'fetched', lastFailureCode: null })
  } catch (error) {
    const code = error instanceof DebriefError ? error.code : 'unexpected'
    log.warn({ interviewId: claim.interviewId, code, cause: error }, 'an announced interview could not be fetched yet')
    await settle(claim, postponed(claim, code))
  }
  return true
}

type Settled = PgUpdateSetSource<typeof webhookDeliveries>

/** What has been announced again meanwhile is due again, and stays so. */
async function settle(claim: Claim, settled: Settled): Promise<void> {
  await db().update(webhookDeliveries).set(settled).where(isAsClaimed(claim))
}

function isAsClaimed({ interviewId, dueAt }: Claim) {
  const { outcome, interviewId: announced, dueAt: claimedUntil } = webhookDeliveries
  return and(isNull(outcome), eq(announced, interviewId), eq(claimedUntil, dueAt))
}

async function whileClaimed(claim: Claim, work: () => Promise<void>): Promise<void> {
  let renewing = Promise.resolve()
  const timer = setInterval(() => {
    renewing = renew(claim).catch((cause: unknown) => log.warn({ cause }, 'a claim was not renewed'))
  }, RENEW_EVERY_MS)
  try {
    await work()
  } finally {
    clearInterval(timer)
    await renewing
  }
}

async function renew(claim: Claim): Promise<void> {
  const [renewed] = await db()
    .update(webhookDeliveries)
    .set({ dueAt: sql`now() + ${CLAIM_SECONDS}::int * interval '1 second'` })
    .where(isAsClaimed(claim))
    .returning({ dueAt: webhookDeliveries.dueAt })
  if (renewed) claim.dueAt = renewed.dueAt
}

/** Also what is due later than anything can be: the clock was set back. */
const IS_DUE = sql`outcome IS NULL
  AND (due_at <= now() OR due_at > now() + ${2 ** MOST_TRIES}::int * interval '1 second')`

/** Only who marks the row may fetch; what arrives while it does so waits for the next turn. */
async function claimNext(): Promise<Claim | null> {
  const { rows } = await db().execute<Claim>(sql`
    WITH claimed AS (
      UPDATE webhook_deliveries SET tries = tries + 1, due_at = now() + ${CLAIM_SECONDS}::int * interval '1 second'
      WHERE ${IS_DUE} AND interview_id = (
        SELECT interview_id FROM webhook_deliveries WHERE ${IS_DUE}
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING interview_id, tries, due_at)
    SELECT interview_id AS "interviewId", min(tries) AS tries, min(due_at)::text AS "dueAt" FROM claimed GROUP BY interview_id`)
  return rows[0] ?? null
}

/** 2, 4, 8 … seconds later; after the last try the sweep, which needs no announcement, brings the interview. */
function postponed({ tries }: Claim, code: string): Settled {
  if (tries >= MOST_TRIES) return { outcome: 'given_up', lastFailureCode: code }
  return { dueAt: sql`now() + ${2 ** tries}::int * interval '1 second'`, lastFailureCode: code }
}

async function forgetOld(): Promise<false> {
  const isOld = lt(webhookDeliveries.receivedAt, sql`now() - ${KEPT_DAYS} * interval '1 day'`)
  await db()
    .delete(webhookDeliveries)
    .where(and(isNotNull(webhookDeliveries.outcome), isOld))
  return false
}
