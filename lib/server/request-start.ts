import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

type Started = { request: IncomingMessage; response: ServerResponse; server: Server }

/** From now on `listener` sees every request before anything else does. */
export function onRequestStart(listener: (started: Started) => void) {
  subscribe('http.server.request.start', (message) => listener(message as Started))
}
