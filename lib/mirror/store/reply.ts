import 'server-only'
import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'

/** Of the levels that shrink a reply at all, by far the quickest; see docs/performance.md. */
const LEVEL = 1

/** JSON, deflated; null for what was not received from Ribbon. */
export async function deflateReply(reply: unknown): Promise<Buffer | null> {
  return reply === null
    ? null
    : promisify<Buffer, { level: number }, Buffer>(deflate)(Buffer.from(JSON.stringify(reply)), { level: LEVEL })
}

export async function inflateReply(body: Buffer): Promise<unknown> {
  const json = await promisify<Buffer, Buffer>(inflate)(body)
  return JSON.parse(json.toString('utf8'))
}
