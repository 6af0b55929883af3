import { isLoopback } from './loopback'

/** Whether nobody on the way reads what is sent there; what is no address is somebody else’s to refuse. */
export function isHttpsOrLocal(url: string): boolean {
  if (!URL.canParse(url)) return true
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || isLoopback(hostname)
}

/** An https address to send to that holds no secret itself. */
export function isAddressToTell(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  return /^https?:$/.test(protocol) && isHttpsOrLocal(address) && username + password === ''
}

/** Whether nothing is in it that would silently be left out. */
export function isBare(url: string): boolean {
  if (!URL.canParse(url)) return true
  const { username, password, search, hash } = new URL(url)
  return username + password + search + hash === ''
}

/** Whether it names a host and nothing below. */
export function hasNoPath(url: string): boolean {
  return !URL.canParse(url) || new URL(url).pathname === '/'
}

/** An address of PostgreSQL whose user and password can be decoded. */
export function isPostgres(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  try {
    return /^postgres(ql)?:$/.test(protocol) && typeof decodeURIComponent(username + password) === 'string'
  } catch {
    return false
  }
}

/** An address of a mail server, with no parameter but `?tls=off`. */
export function isSmtp(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password, pathname, hash, searchParams } = new URL(url)
  const isKnown = [...searchParams].every(([name, value]) => name === 'tls' && value === 'off')
  try {
    const isWritten = typeof decodeURIComponent(username + password) === 'string'
    return (
      /^smtps?:$/.test(protocol) &&
      hostname !== '' &&
      ['', '/'].includes(pathname) &&
      hash === '' &&
      isKnown &&
      isWritten
    )
  } catch {
    return false
  }
}
