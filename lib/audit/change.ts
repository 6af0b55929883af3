import 'server-only'
import type { Actor } from '../auth/actor'
import { db, type Transaction } from '../db/client'
import { appendEvents } from './append'
import type { AuditEvent } from './event'
import { requirePresent } from './present'

type Change<T> = { told: AuditEvent | AuditEvent[]; value: T }

/**
 * A transaction that tells what it did: either both are there or neither. Nothing is told of what was already so. Throws `not_signed_in`
 * to a member who was removed meanwhile: nothing of theirs comes back.
 */
export async function change<T>(actor: Actor, work: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
  return db().transaction(async (tx) => {
    const { told, value } = await work(tx)
    const events = [told].flat()
    // What is told looks for its actor by the way.
    await (events.length > 0 ? appendEvents(tx, actor, events) : requirePresent(tx, actor))
    return value
  })
}
