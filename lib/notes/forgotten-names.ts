import 'server-only'
import { isAmong } from '../db/among'
import type { Transaction } from '../db/client'
import { pseudonymOf } from '../db/encrypt'
import { forgottenNames } from '../db/schema/members'
import { env, findAuthSecret } from '../env'
import { NAME_OF_REMOVED, type Author } from '../members/member'
import { maybeCalled } from './maybe-called'
import { localPart, withOthersNamed, type Called } from './mentioned'

/**
 * Remembers what a removed member was called, so that whoever has written it before and sends it later is understood: by pseudonyms,
 * which say neither who it was nor, without NEXTAUTH_SECRET, what. A shell that was not told it removes somebody all the same.
 */
export async function rememberForgotten(tx: Transaction, { email, names }: Called): Promise<void> {
  const secret = findAuthSecret()
  if (secret === null) return
  const called = [email, localPart(email), ...names.map((name) => name.normalize().toLowerCase())]
  const rows = [...new Set(called)].map((way) => ({ pseudonym: pseudonymOfName(way, secret) }))
  await tx.insert(forgottenNames).values(rows).onConflictDoNothing()
}

/** What a member writes without what removed members were called, where it means none of these others. */
export async function withoutForgotten(tx: Transaction, body: string, others: Author[]): Promise<string> {
  const text = body.normalize()
  const maybe = maybeCalled(text)
  if (maybe.length === 0) return body
  const secret = env().NEXTAUTH_SECRET
  const called = [...new Set(maybe.map((one) => one.called))]
  const ways = new Map(called.map((way) => [way, pseudonymOfName(way, secret)]))
  const { pseudonym } = forgottenNames
  const rows = await tx
    .select({ pseudonym })
    .from(forgottenNames)
    .where(isAmong(pseudonym, [...ways.values()]))
  if (rows.length === 0) return body
  const forgotten = new Set(rows.map((row) => row.pseudonym))
  const named = maybe.filter((one) => forgotten.has(ways.get(one.called) ?? ''))
  return withOthersNamed(text, named, { instead: NAME_OF_REMOVED, others })
}

function pseudonymOfName(called: string, secret: string): string {
  return pseudonymOf(`called ${called}`, secret)
}
