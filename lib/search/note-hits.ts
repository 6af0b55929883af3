import 'server-only'
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { isAmong } from '../db/among'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { notes } from '../db/schema/notes'
import { noteTexts } from '../db/schema/search'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import { excerptOf } from './excerpt'
import { isNoted } from './noted'
import type { NoteHit } from './search-hit'
import type { Phrase } from './query'
import { withoutMarkup } from './without-markup'

/** So many notes a row shows. */
const MOST_NOTES = 2

/** The latest notes on these interviews that say one of the phrases, of those that this reader may know. */
export async function findNoteHits(
  reader: Reader,
  interviewIds: string[],
  phrases: Phrase[],
): Promise<Map<string, NoteHit[]>> {
  if (interviewIds.length === 0 || phrases.length === 0) return new Map()

  const says = sql`(${sql.join(
    phrases.map((phrase) => isNoted(phrase)),
    sql` OR `,
  )})`
  const { id, interviewId, authorId, body, createdAt, deletedAt } = notes
  const place = sql<number>`row_number() OVER (PARTITION BY ${interviewId} ORDER BY ${createdAt} DESC, ${id})`
  const found = db()
    .select({ id, interviewId, authorId, body, place: place.as('place') })
    .from(notes)
    .innerJoin(noteTexts, eq(noteTexts.noteId, id))
    .innerJoin(interviewsOf(reader), eq(seen.id, interviewId))
    .where(and(isAmong(interviewId, interviewIds), isNull(deletedAt), says, mayKnow(authorId)))
    .as('found')
  const rows = await db()
    .select({
      id: found.id,
      interviewId: found.interviewId,
      body: found.body,
      author: { id: members.id, email: members.email, name: members.name },
    })
    .from(found)
    .innerJoin(members, eq(members.id, found.authorId))
    .where(lte(found.place, MOST_NOTES))
    .orderBy(found.interviewId, found.place)
  const hits = new Map<string, NoteHit[]>()
  for (const row of rows) hits.set(row.interviewId, [...(hits.get(row.interviewId) ?? []), ...hitOf(row, phrases)])
  return hits
}

/** The first line of the note that says one of the phrases. */
function hitOf({ id, author, body }: Pick<NoteHit, 'id' | 'author'> & { body: string }, phrases: Phrase[]): NoteHit[] {
  for (const line of body.split('\n')) {
    const excerpt = excerptOf(withoutMarkup(line), phrases)
    if (excerpt) return [{ id, author, text: excerpt.text, matches: excerpt.matches }]
  }
  return []
}
