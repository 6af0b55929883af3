import 'server-only'

export type OpenStream = { signal: AbortSignal; end: () => void }

// Next loads a module several times in one process; whoever ends the streams must see all of them.
const shared = globalThis as typeof globalThis & { debriefOpenStreams?: Set<AbortController> }

function openStreams(): Set<AbortController> {
  shared.debriefOpenStreams ??= new Set()
  return shared.debriefOpenStreams
}

/** Its signal fires when the client leaves, when the process ends, and when `end` is called, which must happen once. */
export function openStream(client: AbortSignal): OpenStream {
  const controller = new AbortController()
  const end = () => {
    openStreams().delete(controller)
    client.removeEventListener('abort', end)
    controller.abort()
  }
  openStreams().add(controller)
  client.addEventListener('abort', end)
  if (client.aborted) end()
  return { signal: controller.signal, end }
}

/** Next waits for open responses before it exits, and a paused player would keep one open for hours. */
export function endOpenStreams(): void {
  for (const controller of openStreams()) controller.abort()
  openStreams().clear()
}
