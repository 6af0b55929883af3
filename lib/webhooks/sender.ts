import 'server-only'
import { env } from '../env'
import { DebriefError } from '../errors'
import { flowNamedIn, isSignature, isSigned } from '../ribbon/webhook'
import { askForSecret } from './ask-for-secret'
import { findSecret, listSecrets } from '../mirror/store/webhook-secrets'

/** Each costs a hash over the body. */
const MOST_TRIED = 200
/** Bytes. A longer event has to name a flow that we know; Ribbon's have a few hundred. */
const LONGEST_OF_UNKNOWN = 65_536

export type SignedBody = { body: Uint8Array; signature: string | null }

/**
 * The flow that an event names, null when none, once its signature has shown that Ribbon sent it: made with that flow's
 * secret, or, where we know no such flow, with any secret that we know. Throws `webhooks_off` when we know none at all, and
 * `webhook_unsigned`.
 */
export async function requireRibbon(delivery: SignedBody): Promise<string | null> {
  const flow = flowNamedIn(delivery.body)
  const candidates = await secretsFor(flow, delivery.body.length)
  if (candidates.length === 0 && !(await isAnyKnown())) throw new DebriefError('webhooks_off')
  if (!isSignature(delivery.signature)) throw new DebriefError('webhook_unsigned')
  if (isSignedWithAny(delivery, candidates) || (await isSignedWithNewer(delivery, flow))) return flow
  throw new DebriefError('webhook_unsigned')
}

async function secretsFor(flow: string | null, bytes: number): Promise<string[]> {
  const { RIBBON_WEBHOOK_SECRET } = env()
  const defaults = RIBBON_WEBHOOK_SECRET ? [RIBBON_WEBHOOK_SECRET] : []
  const own = flow === null ? undefined : await findSecret(flow)
  if (typeof own === 'string') return [own]
  return own === null || bytes > LONGEST_OF_UNKNOWN ? defaults : [...defaults, ...(await listSecrets(MOST_TRIED))]
}

async function isAnyKnown(): Promise<boolean> {
  return env().RIBBON_WEBHOOK_SECRET !== undefined || (await listSecrets(1)).length > 0
}

/** All are tried, so that the time tells nothing of which one fits. */
function isSignedWithAny({ body, signature }: SignedBody, secrets: string[]): boolean {
  return secrets.map((secret) => isSigned(body, signature, secret)).includes(true)
}

async function isSignedWithNewer(delivery: SignedBody, flow: string | null): Promise<boolean> {
  if (flow === null) return false
  await askForSecret(flow)
  const newer = await findSecret(flow)
  return typeof newer === 'string' && isSignedWithAny(delivery, [newer])
}
