import 'server-only'
import { SCOPE_KINDS, type NamedScope, type Scope } from '../auth/member-scope'
import { unknownIn } from '../auth/unknown-in-scope'
import type { Executor } from '../db/client'
import { DebriefError } from '../errors'

const WORDS = { teams: 'team', flows: 'flow', interviews: 'interview' }

/** Throws `scope_unknown`, with what does not exist of it. */
export async function requireKnown(on: Executor, scope: Scope) {
  if (scope === 'all') return
  const unknown = await unknownIn(on, scope)
  const sentences = sentencesOf(unknown)
  if (sentences.length > 0) throw new DebriefError('scope_unknown', { detail: sentences.join(' ') })
}

function sentencesOf(unknown: NamedScope): string[] {
  return SCOPE_KINDS.flatMap((kind) => {
    const [first, ...others] = unknown[kind]
    if (first === undefined) return []
    return `There is no ${WORDS[kind]} ${first}${others.length > 0 ? `, nor ${others.length} more of those` : ''}.`
  })
}
