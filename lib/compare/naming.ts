import 'server-only'
import type { Viewer } from '../auth/viewer'
import { env } from '../env'
import type { Candidate } from '../interviews/interview'
import { aliasOf } from './alias'
import type { ComparedCandidate, ComparedInterview, Names } from './compared'
import { lettersOf } from './letters'
import { maskOf, type Mask } from './mask'

/** How candidates of a flow are called for one reader, and in which order they stand. */
export type Naming = {
  of: (id: string, candidate: Candidate) => ComparedInterview & { candidate: ComparedCandidate; mask: Mask }
  /** Where an interview stands among the others, from 0; letters go on as they are once names are shown. */
  placeOf: (id: string) => number
}

/** Names come once everything that there is to rate has been rated. */
export function namesOnceRated(names: Names, { answered, rated }: { answered: number; rated: number }): Names {
  return { ...names, areHidden: names.areHidden && !(answered > 0 && rated >= answered) }
}

type Compared = { flowId: string; names: Names; ids: string[] }

const NOTHING_MASKED: Mask = () => []

/** `ids` are all of the flow that the reader sees, in the order in which they came: where the flow hides names another one for each reader takes its place. */
export function namingFor(viewer: Viewer, { flowId, names, ids }: Compared): Naming {
  const { areHidden, areHiddenByFlow } = names
  const letters = areHiddenByFlow
    ? lettersOf(ids, { memberId: viewer.memberId, flowId }, env().NEXTAUTH_SECRET)
    : new Map<string, { letter: string; place: number }>()
  const arrival = new Map(ids.map((id, index) => [id, index]))
  return {
    placeOf: (id) => letters.get(id)?.place ?? arrival.get(id) ?? ids.length,
    of: (id, { name, email }) => {
      const alias = areHiddenByFlow ? aliasOf(viewer, id) : null
      if (!areHidden || alias === null)
        return { interview: id, alias, candidate: { is: 'named', name, email }, mask: NOTHING_MASKED }
      const letter = letters.get(id)?.letter ?? '?'
      return { interview: alias, alias: null, candidate: { is: 'hidden', letter }, mask: maskOf({ name, email }) }
    },
  }
}
