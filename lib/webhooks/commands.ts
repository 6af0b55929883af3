import 'server-only'
import { env } from '../env'
import { DebriefError } from '../errors'
import { log } from '../log'
import { mirrorInterview } from '../mirror/mirror'
import { interviewIdOf, isSigned } from '../ribbon/webhook'

type Delivery = { body: Uint8Array; signature: string | null }

/**
 * What there is to do about an event once it has been answered: fetch its interview again, since a replayed payload can't
 * be told from a new one. Throws `webhooks_off` and `webhook_unsigned`; the sender is known by its signature alone.
 */
export function acceptWebhook({ body, signature }: Delivery): () => Promise<void> {
  const secret = env().RIBBON_WEBHOOK_SECRET
  if (!secret) throw new DebriefError('webhooks_off')
  if (!isSigned(body, signature, secret)) throw new DebriefError('webhook_unsigned')

  const interviewId = interviewIdOf(body)
  return async () => {
    if (interviewId === null) return
    await mirrorInterview(interviewId).catch((cause: unknown) => {
      log.warn({ interviewId, cause }, 'an announced interview could not be fetched; the next pull brings it')
    })
  }
}
