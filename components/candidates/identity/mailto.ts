/** RFC 6068: whatever stands in an address, it is one address, and no subject or copy is added to it. */
export function mailto(email: string): string {
  const at = email.lastIndexOf('@')
  const [name, host] = at < 0 ? [email, ''] : [email.slice(0, at), email.slice(at + 1)]
  return `mailto:${encodeURIComponent(name)}${at < 0 ? '' : `@${encodeURIComponent(host)}`}`
}
