/** What throws once its reader may not have it any more. */
export type Allowed = { requireStill: () => Promise<void> }

/** For so long a recording goes on without its reader being looked at again, in milliseconds. */
const UNSEEN_MS = 5_000

/** Passes on what its reader may still have: before the first piece after five seconds it is asked anew, and breaks with what that throws. */
export async function* whileAllowed(
  body: AsyncIterable<Uint8Array>,
  { requireStill }: Allowed,
): AsyncGenerator<Uint8Array, void> {
  let seenAt = performance.now()
  for await (const piece of body) {
    if (performance.now() - seenAt >= UNSEEN_MS) {
      await requireStill()
      seenAt = performance.now()
    }
    yield piece
  }
}
