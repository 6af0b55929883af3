import { isAllowed, type Role } from '@/lib/auth/permissions'
import type { Destination } from '../palette/choices'

const HOME: Destination = { label: 'Home', href: '/home' }
const CANDIDATES: Destination = { label: 'Candidates', href: '/candidates' }
const CONNECTION: Destination = { label: 'Connection', href: '/connection' }

/** The screens that a member of this role can go to. */
export function destinationsOf(role: Role): Destination[] {
  return isAllowed(role, 'connection.read') ? [HOME, CANDIDATES, CONNECTION] : [HOME, CANDIDATES]
}
