import 'server-only'
import { log } from '../log'
import { askInOrder } from '../mirror/store/order'
import { pause } from '../pause'
import { fetchFlow } from '../ribbon/client'
import { storeSecrets } from '../mirror/store/webhook-secrets'

/** Whoever can post here can cause these calls, so there are few. */
const AGAIN_AFTER_MS = 60_000
const MOST_A_MINUTE = 20
/** Ribbon waits for our answer meanwhile. */
const PATIENCE_MS = 5_000

type Asked = Map<string, { at: number; done: Promise<void> }>

// Next loads a module several times in one process; what Ribbon was asked must be asked only once.
const shared = globalThis as typeof globalThis & { debriefSecretsAsked?: Asked }

/**
 * Has the flow's secret fetched again, since it may be newer than the last pull. Does nothing where that was done a moment
 * ago; never throws.
 */
export async function askForSecret(flowId: string): Promise<void> {
  const asked = (shared.debriefSecretsAsked ??= new Map())
  for (const [id, { at }] of asked) if (performance.now() - at > AGAIN_AFTER_MS) asked.delete(id)

  const last = asked.get(flowId)
  if (!last && asked.size >= MOST_A_MINUTE) return
  const question = last ?? { at: performance.now(), done: fetchSecret(flowId) }
  asked.set(flowId, question)
  const answered = new AbortController()
  await Promise.race([question.done, pause(PATIENCE_MS, answered.signal)])
  answered.abort()
}

async function fetchSecret(flowId: string): Promise<void> {
  try {
    const { answer, asked } = await askInOrder((beforeSend) => fetchFlow(flowId, beforeSend))
    await storeSecrets([{ ...answer, asked }])
  } catch (cause) {
    log.warn({ cause }, 'a flow’s webhook secret could not be fetched')
  }
}
