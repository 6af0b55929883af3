import 'server-only'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '../auth/viewer'
import { db } from '../db/client'
import { notes } from '../db/schema/notes'
import { noteTexts } from '../db/schema/search'
import { interviewsOf, mayKnow, seen } from '../interviews/seen'
import { phrasePattern, phraseQuery } from './lexemes'
import type { Phrase } from './query'

/** That a note, joined with its words, says the phrase. */
export function isNoted(phrase: Phrase): SQL {
  const byIndex = sql`${noteTexts.lexemes} @@ ${phraseQuery('w', phrase)}::tsquery`
  // Pairs alone are a little more than a phrase of three words.
  return phrase.words.length > 2 ? sql`${byIndex} AND ${noteTexts.written} ~ ${phrasePattern(phrase)}` : byIndex
}

/** The ids of the interviews of which a note says the phrase that this reader may know. */
export function notedWith(reader: Reader, phrase: Phrase) {
  return db()
    .select({ id: notes.interviewId })
    .from(notes)
    .innerJoin(noteTexts, sql`${noteTexts.noteId} = ${notes.id}`)
    .innerJoin(interviewsOf(reader), eq(seen.id, notes.interviewId))
    .where(and(isNull(notes.deletedAt), isNoted(phrase), mayKnow(notes.authorId)))
}

/** Whether any note says the phrase that this reader may know. */
export function isNotedAnywhere(reader: Reader, phrase: Phrase): SQL {
  return sql`EXISTS ${notedWith(reader, phrase)}`
}
