import 'server-only'
import type { Reader } from '../auth/viewer'
import type { Executor } from '../db/client'
import { flows } from '../db/schema/interviews'
import { partsIn, type WordPart } from '../text/fold'
import type { LexemeField } from './lexemes'
import { placesOf } from './matches'
import { areNoted } from './noted'
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
  const [flowIds, noted] = await Promise.all([flowsOf(on, query), notedAmong(on, reader, query)])
  return query.map((term, at) => ({
    ...term,
    places: PLACES[term.field],
    flowIds: flowIds[at] ?? [],
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

/** Of each term whether any note meets it: mostly none does, and then the interviews alone are asked. */
async function notedAmong(on: Executor, reader: Reader, query: Query): Promise<boolean[]> {
  const asked = query.filter(({ field }) => field === 'any' || field === 'note')
  const are = await areNoted(on, reader, asked)
  return query.map((term) => are[asked.indexOf(term)] ?? false)
}

/** Few flows have many interviews: their titles are compared here, and the index knows which interview is of which flow. */
async function flowsOf(on: Executor, query: Query): Promise<string[][]> {
  if (!query.some((term) => isOfFlow(term))) return []

  const titles = await on.select({ id: flows.id, title: flows.title }).from(flows)
  const folded = titles.map(({ id, title }) => ({ id, parts: partsOfTitle(title) }))
  return query.map((term) => {
    const found = folded.filter(({ parts }) => isOfFlow(term) && placesOf(term, parts).length > 0)
    return found.map(({ id }) => id)
  })
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
