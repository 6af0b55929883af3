import { beginSession } from '../launch/session-over-http'

const sessions = new Map<string, string>()

/**
 * The Cookie header of a member's session, begun over plain HTTP when this process has none that is still alive: a password
 * is meant to cost time. Throws what the server answered when it refuses.
 */
export async function signInOverHttp(origin: string, email: string, password: string): Promise<string> {
  const member = `${origin} ${email} ${password}`
  const kept = sessions.get(member)
  if (kept && (await isAlive(origin, kept))) return kept
  const begun = await beginSession(origin, email, password)
  sessions.set(member, begun)
  return begun
}

/** A Cookie header as a browser keeps it: secure cookies need https, and count as such on localhost. */
export function browserCookies(header: string, origin: string) {
  if (header === '') return []
  return header.split('; ').map((pair) => {
    const equals = pair.indexOf('=')
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)]
    return { name, value, url: origin.replace('http:', 'https:'), httpOnly: true }
  })
}

async function isAlive(origin: string, cookie: string): Promise<boolean> {
  return (await fetch(`${origin}/api/freshness`, { headers: { cookie } })).ok
}
