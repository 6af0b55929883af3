import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

const DEFAULTS = {
  'content-security-policy': "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}

// Next loads a module several times in one process; once is enough.
const shared = globalThis as typeof globalThis & { debriefDefaultHeaders?: boolean }

/**
 * From now on even what Next answers before proxy.ts runs, such as redirects of odd paths and refusals of odd methods,
 * is neither sniffed nor framed. What proxy.ts or next.config.mjs says replaces it.
 */
export function sendDefaultHeaders() {
  if (shared.debriefDefaultHeaders) return
  shared.debriefDefaultHeaders = true
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    for (const [name, value] of Object.entries(DEFAULTS)) response.setHeader(name, value)
  })
}
