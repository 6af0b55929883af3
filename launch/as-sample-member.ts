import type { Role } from '../lib/auth/permissions'
import type { Sent } from './sample-decision'
import { SAMPLE_PASSWORD } from './sample-members'
import { beginSession, endSession } from './session-over-http'

/** What a sample member sends, as their browser would. */
export type Send = (by: Role, sent: Sent) => Promise<void>

/** Signed in for the first thing that each of them sends, until `signOut`. Both throw what is refused. */
export function asSampleMember(origin: string): { send: Send; signOut: () => Promise<void> } {
  const sessions = new Map<Role, Promise<string>>()
  const send: Send = async (by, { method, path, body }) => {
    const session = sessions.get(by) ?? beginSession(origin, `${by}@example.com`, SAMPLE_PASSWORD)
    sessions.set(by, session)
    const headers = { origin, cookie: await session, 'content-type': 'application/json' }
    const response = await fetch(new URL(path, origin), { method, headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  }
  const signOut = async () => {
    for (const session of sessions.values()) await endSession(origin, await session)
  }
  return { send, signOut }
}
