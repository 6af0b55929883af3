/** Ends early, without failing, when the signal fires. */
export function pause(milliseconds: number, stopped?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped?.aborted) return resolve()
    const timer = setTimeout(done, milliseconds)
    stopped?.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      stopped?.removeEventListener('abort', done)
      resolve()
    }
  })
}
