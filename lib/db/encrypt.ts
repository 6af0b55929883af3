import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** What else NEXTAUTH_SECRET is used for has another key. */
const PURPOSE = 'debrief: webhook secrets, 1'
const NONCE_PURPOSE = 'debrief: nonces of what is encrypted alike, 1'
const PSEUDONYM_PURPOSE = 'debrief: pseudonyms, 1'

/** Nonce, tag, ciphertext. It is decrypted for the same owner and with the same NEXTAUTH_SECRET only. */
export function encrypt(text: string, owner: string, authSecret: string): Buffer {
  return encryptWith(randomBytes(NONCE_BYTES), text, owner, authSecret)
}

/** The same, but what is the same is encrypted alike: it shows that it is the same, and nothing else. */
export function encryptAlike(text: string, owner: string, authSecret: string): Buffer {
  const made = createHmac('sha256', keyFrom(authSecret, NONCE_PURPOSE))
    .update(JSON.stringify([owner, text]))
    .digest()
  return encryptWith(made.subarray(0, NONCE_BYTES), text, owner, authSecret)
}

function encryptWith(nonce: Buffer, text: string, owner: string, authSecret: string): Buffer {
  const cipher = createCipheriv(CIPHER, keyFrom(authSecret), nonce).setAAD(Buffer.from(owner))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
}

/** Null for what was encrypted for another owner or with another NEXTAUTH_SECRET, or has been changed. */
export function decrypt(encrypted: Buffer, owner: string, authSecret: string): string | null {
  const [nonce, tag, ciphertext] = [
    encrypted.subarray(0, NONCE_BYTES),
    encrypted.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    encrypted.subarray(NONCE_BYTES + TAG_BYTES),
  ]
  try {
    const decipher = createDecipheriv(CIPHER, keyFrom(authSecret), nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** 64 hexadecimal digits, the same for the same text: without NEXTAUTH_SECRET nobody can try which text it stands for. */
export function pseudonymOf(text: string, authSecret: string): string {
  return createHmac('sha256', keyFrom(authSecret, PSEUDONYM_PURPOSE)).update(text).digest('hex')
}

const keys = new Map<string, Buffer>()

/** Made once: a comparison without names has hundreds of ids encrypted and decrypted. */
function keyFrom(authSecret: string, purpose = PURPOSE): Buffer {
  const name = JSON.stringify([purpose, authSecret])
  const key = keys.get(name) ?? Buffer.from(hkdfSync('sha256', authSecret, '', purpose, KEY_BYTES))
  keys.set(name, key)
  return key
}
