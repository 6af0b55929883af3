import 'server-only'
import type { Actor } from '../auth/actor'
import { db, type Transaction } from '../db/client'
import { appendEvents } from './append'
import type { AuditEvent } from './event'

type Change<T> = { told: AuditEvent | AuditEvent[]; value: T }

/** A transaction that tells what it did: either both are there or neither. Nothing is told of what was already so. */
export async function change<T>(actor: Actor, work: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
  return db().transaction(async (tx) => {
    const { told, value } = await work(tx)
    await appendEvents(tx, actor, [told].flat())
    return value
  })
}
