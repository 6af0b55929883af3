import 'server-only'
import { request } from 'undici'
import { DebriefError } from '../../errors'
import { readLimited } from '../../server/read-limited'

/** For whatever the identity provider is asked. */
export const PROVIDER_PATIENCE_MS = 5_000
const MAX_BYTES = 256 * 1024

/** A JSON document of the identity provider, from the very address. Throws `sso_unreachable`. */
export async function fetchDocument(url: string): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(PROVIDER_PATIENCE_MS)
    const { statusCode, body } = await request(url, { signal, headers: { accept: 'application/json' } })
    const bytes = await readLimited(body, MAX_BYTES)
    if (statusCode !== 200 || !bytes) throw new Error(`status ${statusCode}`)
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch (cause) {
    throw new DebriefError('sso_unreachable', { cause })
  }
}
