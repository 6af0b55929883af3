import 'server-only'
import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'

/** Of the levels that shrink a reply at all, by far the quickest; see docs/performance.md. */
const LEVEL = 1

/** JSON, deflated, as it arrived where it did so here; null for what was not received from Ribbon. */
export async function deflateReply(reply: unknown): Promise<Buffer | null> {
  if (reply === null) return null
  const json = reply instanceof Uint8Array ? reply : Buffer.from(JSON.stringify(reply))
  return promisify<Uint8Array, { level: number }, Buffer>(deflate)(json, { level: LEVEL })
}

export async function inflateReply(body: Buffer): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await promisify<Buffer, Buffer>(inflate)(body)))
}
