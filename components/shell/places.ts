import type { Place } from '../palette/choices'

const HOME: Place = { label: 'Home', href: '/home' }
const CANDIDATES: Place = { label: 'Candidates', href: '/candidates' }
const CONNECTION: Place = { label: 'Connection', href: '/connection' }

/** The screens that a member of this role can go to. */
export function placesOf(role: string): Place[] {
  return role === 'admin' ? [HOME, CANDIDATES, CONNECTION] : [HOME, CANDIDATES]
}
