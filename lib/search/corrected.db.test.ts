import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { operator } from '../auth/operator'
import type { Viewer } from '../auth/viewer'
import { correctTranscript, withdrawCorrection } from '../corrections/commands'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { givenViewer } from '../db/testing/fixtures'
import { arrives, givenInterview, givenTalk, type GivenInterview } from '../db/testing/interview'
import { EVERYTHING } from '../interviews/list/filter'
import { findNews, listInterviews } from '../interviews/list/queries'
import { requireSince } from '../interviews/list/since'
import { rederive } from '../mirror/rederive'
import type { RibbonInterview } from '../ribbon/interview'
import { reindex } from './reindex'

const TEXT = 'Well. We use cooper netties at night. Yes.'

let interview: GivenInterview
let viewer: Viewer
beforeEach(async () => {
  const teamId = crypto.randomUUID()
  const talk = givenTalk([
    ['agent', 'What do you use?'],
    ['candidate', TEXT],
  ])
  interview = await givenInterview({ teamId, summary: null, ...talk })
  viewer = await givenViewer({ teams: [teamId] })
})

const newRef = () => ({ interviewId: interview.id, correctionId: crypto.randomUUID() })
const filterOf = (q: string) => ({ ...EVERYTHING, q })
const search = (q: string, as = viewer) => listInterviews(as, filterOf(q))
const isFound = async (q: string, as = viewer) => (await search(q, as)).items.length > 0
const momentsOf = async (q: string) => (await search(q)).moments[interview.id]

function draft(original: string, replacement: string) {
  const from = TEXT.indexOf(original)
  return { segment: 1, from, to: from + original.length, original, replacement }
}

async function correct(original = 'cooper netties', replacement = 'Kubernetes') {
  const ref = newRef()
  await correctTranscript(viewer, ref, draft(original, replacement))
  return ref
}

async function expectFoundAsRead() {
  for (const q of ['kubernetes', 'kuber', '"use kubernetes at night"']) expect(await isFound(q), q).toBe(true)
  for (const q of ['cooper', '"cooper netties"', '-kubernetes']) expect(await isFound(q), q).toBe(false)
}

test('what is corrected is found by the word that is read, and no longer by the one that was misheard', async () => {
  expect(await isFound('kubernetes')).toBe(false)
  await correct()
  await expectFoundAsRead()
})

test('a correction of what was asked is found as asked', async () => {
  const asked = { segment: 0, from: 0, to: 4, original: 'What', replacement: 'Which' }
  await correctTranscript(viewer, newRef(), asked)
  expect(await isFound('asked:which')).toBe(true)
  expect(await isFound('asked:what')).toBe(false)
  expect(await isFound('said:which')).toBe(false)
})

test('a moment shows what is read, and plays when the misheard words were said', async () => {
  await correct()
  const shown = { segment: 1, speaker: 'candidate', text: 'We use Kubernetes at night.' }
  expect(await momentsOf('kubernetes')).toEqual([{ ...shown, start: 7, matches: [{ from: 7, to: 17 }] }])
  expect(await momentsOf('"use kubernetes"')).toEqual([{ ...shown, start: 6, matches: [{ from: 3, to: 17 }] }])
})

test('a word behind a correction keeps its own time', async () => {
  await correct('cooper netties', 'Kubernetes, I mean the thing with the containers,')
  expect(await momentsOf('night')).toMatchObject([{ start: 10, matches: [{ from: 60, to: 65 }] }])
  expect(await momentsOf('thing')).toMatchObject([{ start: 7 }])
})

test('after a withdrawal it is found by what Ribbon heard again', async () => {
  const ref = await correct()
  await withdrawCorrection(viewer, ref)
  expect(await isFound('kubernetes')).toBe(false)
  expect(await isFound('"cooper netties"')).toBe(true)
  expect(await momentsOf('netties')).toMatchObject([{ start: 8, text: 'We use cooper netties at night.' }])
})

test('a reply of Ribbon that changes something else leaves it found by what is read', async () => {
  await correct()
  await arrives({ ...interview, summary: 'Runs containers.' })
  expect(await isFound('containers')).toBe(true)
  await expectFoundAsRead()
})

test('where Ribbon says something else by now, the correction no longer counts', async () => {
  await correct()
  await arrives({ ...interview, ...givenTalk([['candidate', 'We use spreadsheets.']]) })
  expect(await isFound('spreadsheets')).toBe(true)
  expect(await isFound('kubernetes')).toBe(false)
})

test('of a batch each is found by its own corrections', async () => {
  await correct()
  const other = await givenInterview({ teamId: interview.teamId, ...givenTalk([['candidate', 'We use nothing.']]) })
  const changed = [interview, other].map((one) => ({ ...one, summary: 'Both changed.' }))
  const replies = new Map<string, RibbonInterview>(changed.map((one) => [one.id, one]))
  for (const one of [interview, other]) await arrives({ ...one, summary: 'Once.' }, { id: one.id })
  await rederive(
    operator(),
    () => {},
    (reply) => replies.get((reply as { id: string }).id) ?? null,
  )

  expect((await search('both')).items).toHaveLength(2)
  expect((await search('kubernetes')).items.map(({ id }) => id)).toEqual([interview.id])
  expect(await isFound('cooper')).toBe(false)
})

test('new rules index what is read', async () => {
  await correct()
  await db().update(interviewTexts).set({ rules: 0, said: '' }).where(eq(interviewTexts.interviewId, interview.id))
  await db().update(interviews).set({ lexemes: '' }).where(eq(interviews.id, interview.id))
  expect(await isFound('kubernetes')).toBe(false)

  await reindex(() => Promise.resolve())
  await expectFoundAsRead()
})

test('whoever writes at the same time, what is found is what is read', async () => {
  const withdrawn = await Promise.all(['at', 'night'].map((word) => correct(word, `${word}ish`)))
  const corrected = ['Well', 'use', 'cooper', 'netties', 'Yes']
  await Promise.all([
    ...corrected.map((word) => correct(word, `${word}ly`)),
    ...withdrawn.map((ref) => withdrawCorrection(viewer, ref)),
    ...corrected.map((_, version) => arrives({ ...interview, summary: `Version ${version}` })),
  ])
  expect(await isFound('"Wellly We usely cooperly nettiesly at night Yesly"')).toBe(true)
  for (const word of [...corrected, 'atish', 'nightish']) expect(await isFound(`"${word}"`), word).toBe(false)
})

async function givenOpenList(q: string) {
  const { asOf } = await listInterviews(viewer, EVERYTHING)
  const since = requireSince(new URLSearchParams({ since: asOf }))
  return () => findNews(viewer, filterOf(q), since)
}

test('an open list of a search is told what it holds since a correction, and new rules are no news', async () => {
  const news = await givenOpenList('kubernetes')
  expect(await news()).toMatchObject({ arrived: [], total: null })
  const ref = await correct()
  expect(await news()).toMatchObject({ arrived: [interview.id], total: 1 })
  await withdrawCorrection(viewer, ref)
  expect(await news()).toMatchObject({ arrived: [], changed: [{ id: interview.id }], total: 0 })

  const quiet = await givenOpenList('cooper')
  await db().update(interviewTexts).set({ rules: 0 }).where(eq(interviewTexts.interviewId, interview.id))
  await reindex(() => Promise.resolve())
  expect(await quiet()).toMatchObject({ arrived: [], changed: [], total: null })
})

test('a stranger finds no correction, and makes and withdraws none that others would find', async () => {
  const ref = await correct()
  const stranger = await givenViewer({ teams: [crypto.randomUUID()] })
  const notFound = expect.objectContaining({ code: 'interview_not_found' })
  expect(await search('kubernetes', stranger)).toMatchObject({ items: [], moments: {}, total: 0 })
  await expect(correctTranscript(stranger, newRef(), draft('night', 'noon'))).rejects.toEqual(notFound)
  await expect(withdrawCorrection(stranger, ref)).rejects.toEqual(notFound)
  await expectFoundAsRead()
  expect(await isFound('noon')).toBe(false)
})
