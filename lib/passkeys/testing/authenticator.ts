import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { Assertion, Attestation } from '../passkey'

const [PRESENT, VERIFIED, WITH_KEY] = [0x01, 0x04, 0x40]
const AAGUID = Buffer.alloc(16)

/** In which way one lies. */
type Lie = {
  challenge?: string
  origin?: string
  rpId?: string
  type?: string
  isPresent?: boolean
  isVerified?: boolean
  signCount?: number
  userHandle?: string
  /** As COSE numbers them. */
  algorithm?: number
  /** What it adds that vouches for the new key; nothing where this is left out. */
  attests?: 'by itself' | 'by a certificate'
  /** After signing. */
  tamper?: (bytes: { authData: Buffer; signature: Buffer }) => { authData: Buffer; signature: Buffer }
}
type Asked = { challenge: string }

/** One that holds a single passkey of ES256, as WebAuthn level 2 has it; it can be made to lie. */
export function softwareAuthenticator({ origin = 'http://localhost:3000', rpId = 'localhost', counts = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const said = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' as const }
  let userHandle = ''
  let signed = 0

  function clientData(type: string, { challenge }: Asked, lie: Lie): Buffer {
    const told = { type: lie.type ?? type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? origin }
    return Buffer.from(JSON.stringify({ ...told, crossOrigin: false }))
  }

  function header(flag: number, lie: Lie): Buffer {
    const present = lie.isPresent === false ? 0 : PRESENT
    const verified = lie.isVerified === false ? 0 : VERIFIED
    const rest = Buffer.alloc(5)
    rest.writeUInt8(present | verified | flag, 0)
    rest.writeUInt32BE(lie.signCount ?? signed, 1)
    return Buffer.concat([sha256(lie.rpId ?? rpId), rest])
  }

  const signatureOf = (authData: Buffer, client: Buffer) =>
    sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)

  return {
    id: said.id,
    /** Answers `navigator.credentials.create`. */
    create(options: Asked & { user: { id: string } }, lie: Lie = {}): Attestation {
      userHandle = options.user.id
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = new Map<string | number, Encodable>([
        [1, 2],
        [3, lie.algorithm ?? -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([header(WITH_KEY, lie), AAGUID, length, id, cbor(key)])
      const client = clientData('webauthn.create', options, lie)
      const [format, statement] = attested(signatureOf(authData, client), lie)
      const object = new Map<string | number, Encodable>([
        ['fmt', format],
        ['attStmt', statement],
        ['authData', authData],
      ])
      const response = {
        clientDataJSON: client.toString('base64url'),
        attestationObject: cbor(object).toString('base64url'),
      }
      return { ...said, response }
    },
    /** Answers `navigator.credentials.get`. */
    get(options: Asked, lie: Lie = {}): Assertion {
      if (counts) signed++
      const client = clientData('webauthn.get', options, lie)
      const made = header(0, lie)
      const honest = { authData: made, signature: signatureOf(made, client) }
      const { authData, signature } = lie.tamper?.(honest) ?? honest
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: lie.userHandle ?? userHandle,
      }
      return { ...said, response }
    },
  }
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>

/** The format and the statement by which a new key is vouched for. */
function attested(signature: Buffer, { attests }: Lie): [string, Map<string | number, Encodable>] {
  if (attests === undefined) return ['none', new Map()]
  const statement = new Map<string | number, Encodable>([
    ['alg', -7],
    ['sig', signature],
  ])
  if (attests === 'by a certificate') statement.set('x5c', Buffer.from('a certificate'))
  return ['packed', statement]
}

type Encodable = string | number | Buffer | Map<string | number, Encodable>

/** As much of RFC 8949 as a passkey needs. */
function cbor(value: Encodable): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, member]) => [cbor(key), cbor(member)])
  return Buffer.concat([head(5, value.size), ...entries])
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size])
  if (size < 256) return Buffer.from([(major << 5) | 24, size])
  return Buffer.from([(major << 5) | 25, size >> 8, size & 0xff])
}

function sha256(bytes: string | Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
