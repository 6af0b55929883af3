import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type StrippingProxy = { origin: string; close: () => Promise<void> }

/** In front of the app, as some companies have it: no Range of a request passes, nor what would say that one could be asked for. */
export async function startStrippingProxy(app: string): Promise<StrippingProxy> {
  const server = createServer((incoming, outgoing) => forward(app, incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function forward(app: string, incoming: IncomingMessage, outgoing: ServerResponse) {
  const { range: _range, 'if-range': _ifRange, ...headers } = incoming.headers
  const { host } = new URL(app)
  const ours = { ...headers, host, ...(headers.origin && { origin: app }) }
  const asked = request(app + incoming.url, { method: incoming.method, headers: ours }, (answer) => {
    const { 'accept-ranges': _ranges, ...rest } = answer.headers
    outgoing.writeHead(answer.statusCode ?? 502, rest)
    answer.pipe(outgoing)
  })
  asked.on('error', () => outgoing.destroy())
  outgoing.on('close', () => asked.destroy())
  incoming.pipe(asked)
}
