import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../db/client'

type Named = { issuer: string; subject: string | null; sid: string | null }

/** Of one subject, and of one session at the provider, a sign-in and a sign-out follow each other: the later one sees what the earlier did. */
export async function lockIdentity(tx: Transaction, { issuer, subject, sid }: Named) {
  if (subject !== null) await lock(tx, ['subject', issuer, subject])
  if (sid !== null) await lock(tx, ['session', issuer, sid])
}

/** Of several first sign-ins with one email the second finds the member whom the first made. After `lockIdentity`. */
export async function lockEmail(tx: Transaction, email: string) {
  await lock(tx, ['email', email])
}

async function lock(tx: Transaction, name: string[]) {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(name)}, 0))`)
}
