import 'server-only'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { notes } from '../db/schema/notes'
import { noteTexts } from '../db/schema/search'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import type { Phrase } from './query'
import { says, wantedAt, type Wanted } from './says'

/** That a note, joined with its words, says the phrase. */
export function isNoted(phrase: Phrase): SQL {
  return saysWanted(wantedAt('w', phrase))
}

/** The ids of the interviews of which a note says the phrase that this reader may know. */
export function notedWith(reader: Reader, phrase: Phrase) {
  return notesThat(reader, isNoted(phrase))
}

/** Whether any note says it that this reader may know. */
export function isNotedAnywhere(reader: Reader, wanted: Wanted): SQL {
  return sql`EXISTS ${notesThat(reader, saysWanted(wanted))}`
}

function saysWanted(wanted: Wanted): SQL {
  return says({ lexemes: noteTexts.lexemes, folded: noteTexts.written }, wanted)
}

function notesThat(reader: Reader, say: SQL) {
  return db()
    .select({ id: notes.interviewId })
    .from(notes)
    .innerJoin(noteTexts, sql`${noteTexts.noteId} = ${notes.id}`)
    .innerJoin(interviewsOf(reader), eq(seen.id, notes.interviewId))
    .where(and(isNull(notes.deletedAt), say, mayKnow(notes.authorId)))
}
