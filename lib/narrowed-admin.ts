/** An admin sees everything, so that to name what one sees would promise what does not hold. Whatever gives a role and a scope asks this. */
export function isNarrowedAdmin(role: string, scope: unknown): boolean {
  return role === 'admin' && scope !== 'all'
}
