export const SCOPE_KINDS = ['teams', 'flows', 'interviews'] as const

/** What is named, by ids, where somebody does not see everything. */
export type NamedScope = { readonly [Kind in (typeof SCOPE_KINDS)[number]]: readonly string[] }
/** What of the interviews somebody may see: all; or those of these teams, those of these flows, and these. */
export type Scope = 'all' | NamedScope

export const NO_SCOPE: NamedScope = { teams: [], flows: [], interviews: [] }

/** Whether somebody sees nothing whatever there is, until an admin gives them something. */
export function isGivenNothing(scope: Scope): boolean {
  return isSameScope(scope, NO_SCOPE)
}

/** Whether two name the same, in whatever order and however often. */
export function isSameScope(one: Scope, other: Scope): boolean {
  if (one === 'all' || other === 'all') return one === other
  return SCOPE_KINDS.every((kind) => {
    const [some, others] = [new Set(one[kind]), new Set(other[kind])]
    return some.size === others.size && [...some].every((id) => others.has(id))
  })
}
