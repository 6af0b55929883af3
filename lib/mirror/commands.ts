import 'server-only'
import { eq } from 'drizzle-orm'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { interviews } from '../db/schema'
import { DebriefError } from '../errors'
import { mirrorInterview } from './mirror'

const REMEMBERED_MS = 60_000
const MOST_REMEMBERED = 1_000
const PLAUSIBLE_ID = /^[\p{L}\p{N}_.:-]{1,128}$/u

// Next loads a module several times in one process; what Ribbon does not know must be asked only once.
const shared = globalThis as typeof globalThis & { debriefUnknownIds?: Map<string, number> }

/**
 * Fetches an interview that the mirror does not have yet; whether the viewer may see it is for the query after this to
 * say. Throws the `ribbon_…` codes when Ribbon is the reason that nothing can be said.
 */
export async function fetchMissingInterview(_viewer: Viewer, id: string): Promise<void> {
  if (!PLAUSIBLE_ID.test(id) || isKnownUnknown(id) || (await isMirrored(id))) return

  await mirrorInterview(id).catch((error: unknown) => {
    if (!(error instanceof DebriefError) || !['ribbon_not_found', 'ribbon_forbidden'].includes(error.code)) throw error
    rememberUnknown(id)
  })
}

/** Another team's interview is there too, and must not be fetched again for a stranger who guesses its id. */
async function isMirrored(id: string): Promise<boolean> {
  const [row] = await db().select({ id: interviews.id }).from(interviews).where(eq(interviews.id, id))
  return row !== undefined
}

function unknownIds() {
  shared.debriefUnknownIds ??= new Map()
  return shared.debriefUnknownIds
}

function isKnownUnknown(id: string) {
  return Date.now() - (unknownIds().get(id) ?? 0) < REMEMBERED_MS
}

function rememberUnknown(id: string) {
  if (unknownIds().size >= MOST_REMEMBERED) unknownIds().clear()
  unknownIds().set(id, Date.now())
}
