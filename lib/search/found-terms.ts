import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '../auth/viewer'
import type { Executor } from '../db/client'
import { flows } from '../db/schema/interviews'
import { partsIn, type WordPart } from '../text/fold'
import type { LexemeField } from './lexemes'
import { placesOf } from './matches'
import { isNotedAnywhere } from './noted'
import type { Query, Term } from './query'

export type TextPlace = Exclude<LexemeField, 'w'>

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

/** `places` are where it may stand, `flowIds` of the flows that meet it, `isNoted` whether any note does that its reader may know. */
export type FoundTerm = Term & { places: TextPlace[]; flowIds: string[]; isNoted: boolean }

export async function findTerms(on: Executor, reader: Reader, query: Query): Promise<FoundTerm[]> {
  const { titles, noted } = await findOutside(on, reader, query)
  const flows = titles.map(({ id, title }) => ({ id, parts: partsOfTitle(title) }))
  return query.map((term, at) => ({
    ...term,
    places: PLACES[term.field],
    flowIds: isOfFlow(term) ? flows.filter(({ parts }) => placesOf(term, parts).length > 0).map(({ id }) => id) : [],
    isNoted: noted[at] ?? false,
  }))
}

/** With those of its places alone that are kept. */
export function narrowedTo(term: FoundTerm, isKept: (place: TextPlace) => boolean): FoundTerm {
  return { ...term, places: term.places.filter((place) => isKept(place)) }
}

export function isPlain(place: TextPlace): boolean {
  return !isOfSummary(place)
}

const outside = z.object({
  titles: z.array(z.object({ id: z.string(), title: z.string() })),
  noted: z.array(z.boolean()),
})
const TITLES = sql`SELECT coalesce(json_agg(json_build_object('id', ${flows.id}, 'title', ${flows.title})), '[]') FROM ${flows}`

/**
 * What meets a query beside the interviews themselves, in one statement: `titles` of all flows, since few flows have many interviews and
 * the index knows which are whose; of each term whether any note meets it, since mostly none does.
 */
async function findOutside(on: Executor, reader: Reader, query: Query): Promise<z.infer<typeof outside>> {
  if (!query.some((term) => isOfFlow(term) || isOfNote(term))) return { titles: [], noted: [] }

  const titles = query.some((term) => isOfFlow(term)) ? TITLES : sql`SELECT '[]'::json`
  const noted = query.map((term): SQL => (isOfNote(term) ? isNotedAnywhere(reader, term) : sql`false`))
  const { rows } = await on.execute(sql`SELECT (${titles}) AS titles, ARRAY[${sql.join(noted, sql`, `)}] AS noted`)
  return outside.parse(rows[0])
}

/** Of each title once: to fold those of all flows takes longer than to find a word. */
const foldedTitles = new Map<string, WordPart[]>()
const MOST_TITLES = 2_000

function partsOfTitle(title: string): WordPart[] {
  const known = foldedTitles.get(title)
  if (known) return known
  if (foldedTitles.size >= MOST_TITLES) foldedTitles.clear()
  const parts = partsIn(title)
  foldedTitles.set(title, parts)
  return parts
}

function isOfFlow({ field }: Term): boolean {
  return field === 'any' || field === 'flow'
}

function isOfNote({ field }: Term): boolean {
  return field === 'any' || field === 'note'
}
