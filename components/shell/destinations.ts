import { isAllowed, type Role } from '@/lib/auth/permissions'
import type { Destination } from '../palette/choices'

const REVIEW: Destination = { label: 'Review', href: '/review', also: 'home queue mentions waiting' }
const CANDIDATES: Destination = { label: 'Candidates', href: '/candidates' }
const COMPARE: Destination = { label: 'Compare', href: '/compare', also: 'question answer rate rating scale matrix' }
const TEAM: Destination = { label: 'Team', href: '/team', also: 'settings invite add people member colleague user' }
const AUDIT: Destination = { label: 'Audit', href: '/audit', also: 'settings log history who saw events trail' }
const INVITATIONS: Destination = {
  label: 'Invitations',
  href: '/invitations',
  also: 'settings invite add people team',
}
const CONNECTION: Destination = { label: 'Connection', href: '/connection', also: 'settings' }

/** Each member's own, in the menu rather than beside the page. */
export const ACCOUNT: Destination = {
  label: 'Account',
  href: '/account',
  also: 'settings name password sessions devices appearance dark language time zone',
}

/** What everybody works with, every day. */
export const WORKPLACES = [REVIEW, CANDIDATES, COMPARE]

/** What stands under Settings for a member of this role. */
export function settingsOf(role: Role): Destination[] {
  return [
    ...(isAllowed(role, 'member.manage') ? [TEAM] : isAllowed(role, 'member.invite') ? [INVITATIONS] : []),
    ...(isAllowed(role, 'audit.read') ? [AUDIT] : []),
    ...(isAllowed(role, 'connection.read') ? [CONNECTION] : []),
  ]
}

/** All of them as one place; none where there is nothing in it. */
export function settingsPlaces(role: Role): Destination[] {
  const pages = settingsOf(role).map(({ href }) => href)
  return pages.length === 0 ? [] : [{ label: 'Settings', href: '/settings', pages }]
}
