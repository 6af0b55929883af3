import 'server-only'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, inflate, type BrotliOptions } from 'node:zlib'

/** Bytes, of which one is enough for most: the compressing thread and this one take turns for each. */
const CHUNK = 256 * 1024
/** The lowest quality that shrinks a reply well, in less than half the time of deflate's; see docs/performance.md. */
const QUALITY = 1
/** Bits, of which the stream begins with a sign: 1011 for these (RFC 7932, 9.1). A deflated one begins with 1000 (RFC 1950, 2.2). */
const WINDOW = 22
const DEFLATED = 0b1000

/** JSON as it arrived, where it did so here, in Brotli; null for what was not received from Ribbon. */
export async function compressReply(reply: unknown): Promise<Buffer | null> {
  if (reply === null) return null
  const json = reply instanceof Uint8Array ? reply : Buffer.from(JSON.stringify(reply))
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants
  const params = {
    [BROTLI_PARAM_QUALITY]: QUALITY,
    [BROTLI_PARAM_LGWIN]: WINDOW,
    [BROTLI_PARAM_SIZE_HINT]: json.length,
  }
  return promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress)(json, { params, chunkSize: CHUNK })
}

/** What is stored, by today's version or by one that deflated it. */
export async function decompressReply(body: Buffer): Promise<unknown> {
  const isDeflated = ((body[0] ?? 0) & 0b1111) === DEFLATED
  const json = await promisify<Buffer, Buffer>(isDeflated ? inflate : brotliDecompress)(body)
  return JSON.parse(new TextDecoder().decode(json))
}
