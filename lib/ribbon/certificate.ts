import 'server-only'
import { once } from 'node:events'
import { isIP } from 'node:net'
import { connect } from 'node:tls'

const PATIENCE_MS = 3_000

/** What Node says of a certificate whose signer it does not know. */
const UNSIGNED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])

/**
 * Throws an Error with a sentence when whoever answers at this address shows a certificate that no authority known here has
 * signed: no call could ever succeed. That nobody answers is no reason not to start.
 */
export async function requireSignedCertificate(url: string): Promise<void> {
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== 'https:') return

  const host = hostname.replace(/^\[|\]$/g, '')
  const socket = connect({ host, port: Number(port || 443), servername: isIP(host) ? undefined : host })
  socket.setTimeout(PATIENCE_MS, () => socket.destroy())
  try {
    await Promise.race([once(socket, 'secureConnect'), once(socket, 'close')])
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (UNSIGNED.has(code)) throw new Error(SENTENCE, { cause })
  } finally {
    socket.destroy()
  }
}

const SENTENCE =
  'RIBBON_API_URL is answered with a certificate that no authority known here has signed. ' +
  'Name its authority’s file in NODE_EXTRA_CA_CERTS, or correct the address.'
