import { databaseFailure } from '../db/unavailable'

/** What throws once its reader may not have it any more. */
export type Allowed = { requireStill: () => Promise<void> }

/** For so long a recording goes on without its reader being looked at again, in milliseconds. */
const UNSEEN_MS = 5_000
/** And for so long where the database cannot be asked: it is back within that by itself, and no answer is not a no. */
const UNASKED_MS = 30_000

/**
 * Passes on what its reader may still have: before the first piece after five seconds it is asked anew, and breaks with what that
 * throws; while the database is away it goes on until they were last allowed it half a minute ago.
 */
export async function* whileAllowed(
  body: AsyncIterable<Uint8Array>,
  { requireStill }: Allowed,
): AsyncGenerator<Uint8Array, void> {
  let [askedAt, allowedAt] = [performance.now(), performance.now()]
  for await (const piece of body) {
    if (performance.now() - askedAt >= UNSEEN_MS) {
      try {
        await requireStill()
        allowedAt = performance.now()
      } catch (error) {
        const isAway = databaseFailure(error) === 'database_unavailable'
        if (!isAway || performance.now() - allowedAt >= UNASKED_MS) throw error
      }
      askedAt = performance.now()
    }
    yield piece
  }
}
