import type { Server } from 'node:http'

/** Whoever closes the server is told that it is closed once its last request has ended and `finish` too, which must not fail: Next ends the process then. */
export function finishBeforeClosed(server: Server, finish: () => Promise<void>) {
  const close = server.close.bind(server)
  server.close = (told) =>
    close((failure) => {
      void finish().then(() => told?.(failure))
    })
}
