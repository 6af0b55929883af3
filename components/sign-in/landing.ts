/**
 * Where somebody goes on to who was sent here from `next`: at the note that their link named, too. A browser tells no server of it
 * and keeps it through a redirect (RFC 9110, section 10.2.2), so that it stands in the address of the sign-in page.
 */
export function landing(next: string): string {
  const { hash } = window.location
  return hash === '' ? next : next.replace(/#.*$/s, '') + hash
}
