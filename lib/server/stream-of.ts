type End = {
  /** Runs once, however it ends. */
  onEnd: () => void
  /** What the stream breaks with, of what went wrong. */
  broken: (error: unknown) => Error
}

/**
 * Passes the parts on as fast as they are read and no faster. What goes wrong with one breaks the stream, so that nobody takes
 * the beginning for all of it.
 */
export function streamOf(parts: AsyncIterator<Uint8Array>, { onEnd, broken }: End): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await parts.next().catch((error: unknown) => {
          onEnd()
          throw broken(error)
        })
        if (!done) return controller.enqueue(value)
        controller.close()
        onEnd()
      },
      cancel: onEnd,
    },
    { highWaterMark: 0 },
  )
}
