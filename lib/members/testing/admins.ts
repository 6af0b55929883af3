import { db } from '../../db/client'
import { credentials, members } from '../../db/schema/members'
import type { WayIn } from '../member'

export const ISSUER = 'https://login.example'

/** An enabled admin, unless told otherwise, who has these to sign in with. */
export async function givenAdmin(ways: WayIn[], over: Partial<typeof members.$inferInsert> = {}) {
  const email = `${crypto.randomUUID()}@example.com`
  const [added] = await db()
    .insert(members)
    .values({ email, role: 'admin', ...over })
    .returning()
  const memberId = added?.id ?? ''
  const KINDS = {
    password: { passwordHash: 'a hash' },
    oidc: { issuer: ISSUER, subject: memberId },
    passkey: { passkeyId: memberId, publicKey: Buffer.from('a key'), signCount: 0, name: 'Laptop' },
  }
  const held = ways.map((kind) => ({ memberId, kind, ...KINDS[kind] }))
  if (held.length > 0) await db().insert(credentials).values(held)
  return memberId
}
