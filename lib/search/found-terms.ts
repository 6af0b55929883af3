import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '../auth/viewer'
import type { Executor } from '../db/client'
import { rowsAtMost } from '../db/fixed-limit'
import type { LexemeField } from './lexemes'
import { isNotedAnywhere } from './noted'
import type { Query, Term } from './query'
import { wantedAt } from './says'
import { flowsTitled, type TermFlows } from './titled'

export type TextPlace = Exclude<LexemeField, 'w' | 't'>

/** Where an interview itself says a term; what is noted about it stands in a table of its own. */
export const PLACES: Record<Term['field'], TextPlace[]> = {
  any: ['s', 'n', 'x', 'y'],
  said: ['s'],
  asked: ['a'],
  name: ['n'],
  flow: [],
  note: [],
}

/** Where only whoever may know the assessment finds anything. */
export function isOfSummary(place: TextPlace): boolean {
  return place === 'y'
}

/** `places` are where it may stand, and what of flows meets it; `isNoted` whether any note does that its reader may know. */
export type FoundTerm = Term & TermFlows & { places: TextPlace[]; isNoted: boolean }

/** So many flows of all terms together are named, as lexemes: of more each would be compared with each interview. */
export const MOST_NAMED_FLOWS = 100

export async function findTerms(on: Executor, reader: Reader, query: Query): Promise<FoundTerm[]> {
  const outside = await findOutside(on, reader, query)
  let room = MOST_NAMED_FLOWS
  return query.map((term, at) => {
    const { titled = [], noted = false } = outside[at] ?? {}
    const isOfManyFlows = titled.length > room
    if (!isOfManyFlows) room -= titled.length
    return {
      ...{ ...term, places: PLACES[term.field], isNoted: noted },
      ...{ flowIds: isOfManyFlows ? [] : titled, isOfManyFlows },
    }
  })
}

/** With those of its places alone that are kept. */
export function narrowedTo(term: FoundTerm, isKept: (place: TextPlace) => boolean): FoundTerm {
  return { ...term, places: term.places.filter((place) => isKept(place)) }
}

export function isPlain(place: TextPlace): boolean {
  return !isOfSummary(place)
}

const found = z.array(z.object({ titled: z.array(z.string()), noted: z.boolean() }))

/**
 * What meets each term beside the interviews themselves, in one statement that is the same for however many: the flows whose titles do,
 * if only as many as are named, since the index knows whose interviews are which; and whether any note does, since mostly none does.
 */
async function findOutside(on: Executor, reader: Reader, query: Query): Promise<z.infer<typeof found>> {
  if (!query.some((term) => isOfFlow(term) || isOfNote(term))) return []

  const titles = query.map((term) => (isOfFlow(term) ? wantedAt('t', term).query : null))
  const written = query.map((term) => (isOfNote(term) ? wantedAt('w', term).query : null))
  const patterns = query.map((term) => wantedAt('t', term).pattern)
  const pattern = sql`term.pattern`
  const { rows } = await on.execute(sql`
    SELECT ARRAY(${flowsTitled({ query: sql`term.title`, pattern })} LIMIT ${rowsAtMost(MOST_NAMED_FLOWS + 1)}) AS titled,
      ${isNotedAnywhere(reader, { query: sql`term.written`, pattern })} AS noted
    FROM unnest(${sql.param(titles)}::text[], ${sql.param(written)}::text[], ${sql.param(patterns)}::text[])
      WITH ORDINALITY AS term (title, written, pattern, at)
    ORDER BY term.at`)
  return found.parse(rows)
}

function isOfFlow({ field }: Term): boolean {
  return field === 'any' || field === 'flow'
}

function isOfNote({ field }: Term): boolean {
  return field === 'any' || field === 'note'
}
