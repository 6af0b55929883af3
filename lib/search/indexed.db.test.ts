import { expect, test } from 'vitest'
import { db } from '../db/client'
import { flowSettings } from '../db/schema/flow-settings'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenTalk, givenToCome } from '../db/testing/interview'
import { interviewsOf, seen } from '../interviews/seen'
import { EVERYTHING } from '../interviews/list/filter'
import { findNeighbours, listInterviews } from '../interviews/list/queries'
import { writeNote } from '../notes/commands'
import { saysByText } from './by-text'
import { findTerms } from './found-terms'
import { parseQuery } from './query'
import { reindex } from './reindex'
import { found, team } from './testing/search'

const QUERIES = ['quokka', '-marsupial', 'flow:keeper', 'name:hopper', 'note:splendid', 'keeper -marsupial', 'splendid']

/** Two of a first pull, about one of whom there is a note. */
async function givenUnindexed() {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const flow = await givenFlow({ teamId, title: 'Keeper' })
  await db().insert(flowSettings).values({ flowId: flow.id, blindColleagues: false, blindAssessment: true })
  const talk = givenTalk([['candidate', 'a very rare quokka, which is splendid']])
  const one = await givenToCome({ teamId, flowId: flow.id, ...talk })
  const other = await givenToCome({ teamId, flowId: flow.id, ...talk, candidate: { name: 'Ada Hopper', email: null } })
  const draft = { parentId: null, body: 'splendid', at: null, quote: null }
  for (const { id } of [one, other]) await writeNote(viewer, { interviewId: id, noteId: crypto.randomUUID() }, draft)
  return { viewer, ids: [other.id, one.id], one }
}

test('before it is indexed an interview is found by nothing, and by all that it says afterwards', async () => {
  const { viewer, ids } = await givenUnindexed()
  const byText = async (q: string) => {
    const terms = await findTerms(db(), viewer, parseQuery(q))
    const rows = await db().select({ id: seen.id }).from(interviewsOf(viewer)).where(saysByText(viewer, terms))
    return rows.map(({ id }) => id).toSorted()
  }
  for (const q of QUERIES) expect([q, await found(viewer, q), await byText(q)]).toEqual([q, [], []])
  await reindex(() => Promise.resolve())
  for (const q of QUERIES)
    expect([q, (await found(viewer, q)).toSorted(), await byText(q)]).toEqual([q, ids.toSorted(), ids.toSorted()])
})

test('it is listed, sorted and has neighbours meanwhile, and is nobody else’s', async () => {
  const { viewer, ids, one } = await givenUnindexed()
  const byName = { ...EVERYTHING, sort: { key: 'candidate', descending: false } as const }
  const list = await listInterviews(viewer, byName)
  expect(list.items.map(({ id }) => id)).toEqual(ids)
  expect(await findNeighbours(viewer, byName, one.id)).toMatchObject({ previous: ids[0], next: null, position: 2 })
  expect(list.items.map(({ assessment }) => assessment.is)).toEqual(['hidden', 'hidden'])
  expect((await listInterviews(await givenViewer({ teams: ['another'] }), EVERYTHING)).items).toEqual([])
})
