import type { Member, WayIn } from './member'

const WAYS: Record<WayIn, string> = { password: 'password', oidc: 'single sign-on', passkey: 'passkey' }

/** How a member signs in, as it goes on in a sentence; empty where nothing is set up yet. */
export function waysInWords({ signsInWith, breaksGlass }: Pick<Member, 'signsInWith' | 'breaksGlass'>): string {
  return [...signsInWith.map((way) => WAYS[way]), ...(breaksGlass ? ['breaks the glass'] : [])].join(', ')
}
