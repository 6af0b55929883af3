import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '../../env'

export const DEVICE_COOKIE = '__Host-debrief.device'
/** 400 days, the longest that browsers keep a cookie. */
const DEVICE_SECONDS = 400 * 24 * 60 * 60
const MOST_MEMBERS = 4

/** A random id of the browser, then a mark for each member who signed in there, the last one first. */
const DEVICE = /^([\w-]{22})\.([\w-]{43}(?:\.[\w-]{43}){0,3})$/

/**
 * Whose password was chosen by a link, and the header by which the browser it was chosen in is known: whatever strangers have tried
 * against that member meanwhile, they sign in with it there.
 */
export type ChosenPassword = { email: string; setDevice: string }

type Marked = { id: string; passwordHash: string }
const NOBODY: Marked = { id: '', passwordHash: '' }

/**
 * The id of the browser when this member signed in there before, with the password they have now; null for a stranger's. Costs
 * the same when there is no such member.
 */
export function findKnownDevice(cookie: string | undefined, member: Marked | undefined): string | null {
  const { deviceId, marks } = readDevice(cookie)
  const expected = Buffer.from(markOf(deviceId, member ?? NOBODY))
  const isKnown = marks.filter((mark) => timingSafeEqual(Buffer.from(mark), expected)).length > 0
  return isKnown && member ? deviceId : null
}

/** The Set-Cookie header by which the browser is known from now on. It names nobody: whoever finds it learns no email. */
export function rememberDevice(cookie: string | undefined, member: Marked): string {
  const { deviceId, marks } = readDevice(cookie)
  const mark = markOf(deviceId, member)
  const kept = [mark, ...marks.filter((other) => other !== mark)].slice(0, MOST_MEMBERS)
  const value = [deviceId, ...kept].join('.')
  return `${DEVICE_COOKIE}=${value}; Path=/; Max-Age=${DEVICE_SECONDS}; HttpOnly; Secure; SameSite=Lax`
}

function readDevice(cookie = ''): { deviceId: string; marks: string[] } {
  const [, deviceId, marks] = DEVICE.exec(cookie) ?? []
  if (!deviceId || !marks) return { deviceId: randomBytes(16).toString('base64url'), marks: [] }
  return { deviceId, marks: marks.split('.') }
}

/** Worth nothing any more once the member has another password. */
function markOf(deviceId: string, { id, passwordHash }: Marked): string {
  const text = JSON.stringify(['device', deviceId, id, passwordHash])
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(text).digest('base64url')
}
