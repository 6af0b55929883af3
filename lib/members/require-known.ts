import 'server-only'
import { SCOPE_KINDS, type Scope } from '../auth/member-scope'
import { unknownIn } from '../auth/unknown-in-scope'
import type { Executor } from '../db/client'
import { DebriefError } from '../errors'

const WORDS = { teams: 'team', flows: 'flow', interviews: 'interview' }

/** Throws `scope_unknown`, with what of it neither exists nor stood in a scope that they `had`. */
export async function requireKnown(on: Executor, scope: Scope, had: Scope[] = []) {
  const sentences = await unknownSentences(on, scope, had)
  if (sentences.length > 0) throw new DebriefError('scope_unknown', { detail: sentences.join(' ') })
}

/** Of teams, flows and interviews one each, where there is something to say. */
export async function unknownSentences(on: Executor, scope: Scope, had: Scope[] = []): Promise<string[]> {
  if (scope === 'all') return []
  const unknown = await unknownIn(on, scope)
  return SCOPE_KINDS.flatMap((kind) => {
    const isNew = (id: string) => !had.some((one) => one !== 'all' && one[kind].includes(id))
    const [first, ...others] = unknown[kind].filter(isNew)
    if (first === undefined) return []
    return `There is no ${WORDS[kind]} ${first}${others.length > 0 ? `, nor ${others.length} more of those` : ''}.`
  })
}
