import { isAllowed, type Role } from '@/lib/auth/permissions'
import type { Place } from '../palette/choices'

const HOME: Place = { label: 'Home', href: '/home' }
const CANDIDATES: Place = { label: 'Candidates', href: '/candidates' }
const CONNECTION: Place = { label: 'Connection', href: '/connection' }

/** The screens that a member of this role can go to. */
export function placesOf(role: Role): Place[] {
  return isAllowed(role, 'connection.read') ? [HOME, CANDIDATES, CONNECTION] : [HOME, CANDIDATES]
}
