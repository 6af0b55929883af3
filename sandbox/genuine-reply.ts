import { type IncomingMessage, request as httpRequest } from 'node:http'
import { once } from 'node:events'
import type { Exchange } from './exchange'

export const PASS_HEADER = 'x-sandbox-pass'
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

/** What the sandbox would have answered without a fault, asked of itself. */
export async function genuineReply({ request, sandbox }: Exchange): Promise<IncomingMessage> {
  const again = httpRequest(sandbox.origin + request.url, {
    method: request.method,
    headers: { ...request.headers, [PASS_HEADER]: sandbox.faults.pass },
    agent: false,
  })
  request.pipe(again)
  const [reply] = (await once(again, 'response')) as [IncomingMessage]
  return reply
}

export function contentHeaders({ headers }: IncomingMessage) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name)))
}
