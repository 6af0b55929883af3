import 'server-only'
import { NO_SCOPE, type Scope } from '../auth/member-scope'
import { unknownIn } from '../auth/unknown-in-scope'
import type { Transaction } from '../db/client'

/** What is gone by now is left out. */
export async function standing(tx: Transaction, scope: Scope): Promise<Scope> {
  if (scope === 'all') return scope
  const { interviews: gone } = await unknownIn(tx, { ...NO_SCOPE, interviews: scope.interviews })
  return { ...scope, interviews: scope.interviews.filter((id) => !gone.includes(id)) }
}
