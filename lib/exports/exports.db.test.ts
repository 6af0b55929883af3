// Must hold 4 and 49: an export is the list, with nothing that its reader is not told there.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toldBy } from '../audit/testing/told'
import { NO_SCORES } from '../assessment/scores'
import type { May } from '../auth/viewer'
import { correctTranscript } from '../corrections/commands'
import { db } from '../db/client'
import { ratings } from '../db/schema/ratings'
import { givenViewer, whoMay } from '../db/testing/fixtures'
import { arrives, asId, givenFlow, givenInterview, givenTalk } from '../db/testing/interview'
import { EVERYTHING, parseInterviewFilter } from '../interviews/list/filter'
import * as lists from '../interviews/list/queries'
import { setBlindness } from '../flows/commands'
import type { InterviewId } from '../interviews/interview-id'
import { log } from '../log'
import { writeNote } from '../notes/commands'
import { questionKey } from '../transcript/question-key'
import { setStatus } from '../status/commands'
import { exportInterview, exportInterviews } from './commands'
import type { ExportedRow } from './exported-row'
import { tableOf } from './interview-table'
import { jsonOf } from './items-json'
import { findReadTranscript } from './queries'
import { srtOf } from './srt'
import { subtitlesOf } from './subtitles'
import { transcriptText } from './transcript-text'
import { vttOf } from './vtt'
import { castVote } from '../votes/commands'
import { readTable } from './testing/read-table'
import { all, BATCH, givenExporter, givenMany, STYLE, textOf } from './testing/given-exports'

log.level = 'silent'

const NOTE = { parentId: null, body: 'Strong start', at: 1, quote: null }

let team: string
beforeEach(() => {
  team = crypto.randomUUID()
})
afterEach(() => vi.restoreAllMocks())

const filterOf = (search: string) => parseInterviewFilter(new URLSearchParams(search))
test.each(['', 'sort=candidate', 'sort=-score', 'state=ready', 'q=night&sort=email', 'score=2..', 'limit=1&cursor=x'])(
  'an export of ?%s is what the list says on all of its pages, in its order, row for row',
  async (search) => {
    const flow = await givenFlow({ teamId: team })
    for (const [index, skills] of [4, null, 2].entries()) {
      await givenInterview({
        ...givenTalk([['candidate', index === 1 ? 'I bake' : 'I ran the night shift']]),
        ...{ teamId: team, flowId: flow.id, state: index === 2 ? 'processing' : 'ready', generalScore: skills },
        ...{ candidate: { name: `=${index}`, email: `${index}@example.com` }, scores: { ...NO_SCORES, skills } },
      })
    }
    await givenInterview({ teamId: 'elsewhere' })
    const viewer = await givenExporter([team])
    const filter = { ...filterOf(search), limit: 2, cursor: null }
    const listed = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await lists.listInterviews(viewer, { ...filter, cursor: cursor ?? null })
      listed.push(...page.items)
      cursor = page.nextCursor
    }
    const rows = await all(await exportInterviews(viewer, filterOf(search), 'csv'))
    expect(rows).toEqual(
      listed.map((row) => ({
        ...row,
        ...{ statusReason: null, invalidReason: null, overrides: [], othersOverrides: { is: 'shown' } },
        ratings: [],
        url: `http://localhost:3000/candidates/${row.id}`,
      })),
    )
    expect(rows.length).toBeGreaterThan(0)
  },
)

test('the table has a blank for what is missing, the word hidden for what is hidden, and no formula', async () => {
  const { id } = await givenInterview({ teamId: team, candidate: { name: '=1+1', email: null } })
  const rows = await all(await exportInterviews(await givenExporter([team]), EVERYTHING, 'csv'))
  const hidden = rows.map((row): ExportedRow => ({ ...row, assessment: { is: 'hidden', until: 'my_vote' } }))
  const [titles = [], shown = [], masked = []] = readTable(await textOf(tableOf(batches(rows, hidden), STYLE)), ',')
  const cell = (row: string[], title: string) => row[titles.indexOf(title)]
  expect([cell(shown, 'Interview ID'), cell(shown, 'Candidate'), cell(shown, 'Email')]).toEqual([id, "'=1+1", ''])
  expect([cell(shown, 'Skills'), cell(shown, 'General score')]).toEqual(['', ''])
  for (const title of ['Skills', 'Grammar', 'General score']) expect(cell(masked, title)).toBe('hidden')
  expect(cell(masked, 'Duration (seconds)')).toBe('60')
})

test('a length is there to the millisecond and a mean to the hundredth, without the digits that calculating adds', async () => {
  await givenInterview({ teamId: team, generalScore: 13 / 3 })
  const rows = await all(await exportInterviews(await givenExporter([team]), EVERYTHING, 'csv'))
  const measured = rows.map((row): ExportedRow => ({ ...row, duration: 142.31270105040358, talk: 0.1 + 0.2 }))
  const [titles = [], shown = []] = readTable(await textOf(tableOf(batches(measured), STYLE)), ',')
  const cell = (title: string) => shown[titles.indexOf(title)]
  expect([cell('Duration (seconds)'), cell('Candidate speaks (seconds)')]).toEqual(['142.313', '0.3'])
  expect(cell('General score')).toBe('4.33')
  expect(await textOf(jsonOf(batches(rows)))).toContain(`"generalScore":${13 / 3}`)
})

async function* batches(...given: ExportedRow[][]) {
  yield* given
}

test('a status is there with who set it and why, and a reason that is hidden says so', async () => {
  const { id } = await givenInterview({ teamId: team })
  const viewer = await givenExporter([team])
  await setStatus(whoMay(viewer, 'status.set'), { id }, { status: 'declined', reason: 'No nights.' })
  const rows = await all(await exportInterviews(viewer, EVERYTHING, 'csv'))
  const hidden = rows.map((row): ExportedRow => ({ ...row, statusReason: { is: 'hidden', until: 'my_vote' } }))
  const [titles = [], shown = [], masked = []] = readTable(await textOf(tableOf(batches(rows, hidden), STYLE)), ',')
  const cell = (row: string[], title: string) => row[titles.indexOf(title)]
  expect([cell(shown, 'Status'), cell(shown, 'Status reason')]).toEqual(['declined', 'No nights.'])
  expect(cell(shown, 'Status set by')).toBe(viewer.email)
  expect(cell(masked, 'Status reason')).toBe('hidden')
})

test('of the ratings of its answers a reader is told their own, with the questions, and no colleague’s', async () => {
  const questions = [{ text: 'Why nights?', segments: [0], start: 0, end: 2 }]
  const { id } = await givenInterview({ teamId: team, questions })
  const [viewer, colleague] = [await givenExporter([team]), await givenViewer({ teams: [team] })]
  const rated = { interviewId: id, questionKey: questionKey('Why nights?') }
  await db()
    .insert(ratings)
    .values([
      { ...rated, memberId: viewer.memberId, rating: 4 },
      { ...rated, questionKey: 'a question that is gone', memberId: viewer.memberId, rating: 1 },
      { ...rated, memberId: viewer.memberId, rating: 2, endedAt: new Date().toISOString() },
      { ...rated, memberId: colleague.memberId, rating: 5 },
    ])
  const rows = await all(await exportInterviews(viewer, EVERYTHING, 'csv'))
  expect(rows[0]?.ratings).toMatchObject([
    { question: 'Why nights?', rating: 4 },
    { question: null, rating: 1 },
  ])
  const [titles = [], cells = []] = readTable(await textOf(tableOf(batches(rows), STYLE)), ',')
  expect(cells[titles.indexOf('My ratings')]).toBe('4 Why nights? | 1 a question that is gone')
  expect(cells[titles.indexOf('Mean of my ratings')]).toBe('2.5')
  await expect(exportInterview(viewer, id)).resolves.toMatchObject({ ratings: rows[0]?.ratings })
})

/** All that is exported of one interview and of the list that it is in, but when it was. */
async function everything(viewer: May<'export.create'>, id: InterviewId): Promise<string[]> {
  const [record, transcript] = [await exportInterview(viewer, id), await findReadTranscript(viewer, id)]
  return [
    await textOf(tableOf(await exportInterviews(viewer, EVERYTHING, 'csv'), STYLE)),
    await textOf(jsonOf(await exportInterviews(viewer, EVERYTHING, 'json'))),
    JSON.stringify({ ...record, exportedAt: null }),
    transcriptText(transcript) + vttOf(subtitlesOf(transcript)) + srtOf(subtitlesOf(transcript)),
  ]
}

test('before its reader has voted no export differs by what a blind flow hides, and then it says it', async () => {
  const flow = await givenFlow({ teamId: team })
  const viewer = await givenExporter([team])
  const colleague = await givenViewer({ teams: [team] })
  await setBlindness(whoMay(viewer, 'blindness.set'), flow.id, { colleagues: true, assessment: true })
  const interview = { teamId: team, flowId: flow.id, generalScore: 4.5, summary: 'Sharp.' }
  const { id, ...given } = await givenInterview({ ...interview, scores: { ...NO_SCORES, skills: 4.5 } })
  const hidden = await everything(viewer, id)

  await arrives({ ...given, id, generalScore: 1.5, summary: 'Dull, and much longer.', scores: NO_SCORES })
  await castVote(whoMay(colleague, 'vote.cast'), id, { vote: 'no_hire', reason: 'Slow' })
  await writeNote(colleague, { interviewId: id, noteId: crypto.randomUUID() }, { ...NOTE, body: 'Slow to begin' })
  expect(await everything(viewer, id)).toEqual(hidden)
  expect(hidden[0]).toContain(',hidden,hidden,hidden,hidden,')
  expect(hidden.join()).not.toMatch(/Sharp|\b4\.5\b/)

  await castVote(whoMay(viewer, 'vote.cast'), id, { vote: 'hire' })
  const [table, json, record] = await everything(viewer, id)
  expect(table).toContain('1.5,0,1,1,0,hire')
  expect(json).toContain('"generalScore":1.5')
  expect(record).toMatch(/Dull.*Slow to begin.*Slow/s)
})

test('JSON has the rows as the list says them, and how many', async () => {
  await givenMany(team, BATCH + 3)
  const viewer = await givenExporter([team])
  const { items } = await lists.listInterviews(viewer, { ...EVERYTHING, limit: 200 })
  const text = await textOf(jsonOf(await exportInterviews(viewer, EVERYTHING, 'json')))
  const told = JSON.parse(text) as { items: ExportedRow[]; total: number }
  expect(told.total).toBe(BATCH + 3)
  expect(told.items).toHaveLength(BATCH + 3)
  expect(told.items.slice(0, items.length)).toMatchObject(items)
  await expect(textOf(jsonOf(batches()))).resolves.toBe('{"items":[\n],"total":0}\n')
})

test('who exports more than there may be is told so, and no event tells of it', async () => {
  const viewer = await givenExporter()
  vi.spyOn(lists, 'listAllIds').mockResolvedValue(Array.from({ length: 100_001 }, (_, index) => asId(String(index))))
  const told = await toldBy(() =>
    expect(exportInterviews(viewer, EVERYTHING, 'csv')).rejects.toMatchObject({ code: 'export_too_large' }),
  )
  expect(told).toEqual([])
})

test('the same list has the same pseudonym in the log, and what it was searched for does not stand there', async () => {
  await givenMany(team, 3)
  const viewer = await givenExporter([team])
  const filter = filterOf('q=Candidate')
  const told = await toldBy(async () => {
    for (const which of [filter, filter, EVERYTHING]) await exportInterviews(viewer, which, 'csv')
  })
  const payloads = told.flatMap(({ code, payload }) => (code === 'interviews.exported' ? [payload] : []))
  const filters = payloads.map(({ filter }) => filter)
  expect(payloads).toMatchObject([{ format: 'csv' }, {}, { count: 3 }])
  expect(filters[0]).toBe(filters[1])
  expect(filters[0]).not.toBe(filters[2])
  expect(JSON.stringify(told)).not.toContain('Candidate')
})

test.each([
  [500, 500],
  [501, 0],
])('of a list of %i each is told by itself where that is no more than can be ticked: %i', async (count, each) => {
  await givenMany(team, count)
  const viewer = await givenExporter([team])
  const told = await toldBy(() => exportInterviews(viewer, EVERYTHING, 'json'))
  const [list, ...others] = told
  expect(list).toMatchObject({ code: 'interviews.exported', payload: { count } })
  expect(new Set(others.map(({ about }) => about)).size).toBe(each)
  for (const one of others) expect(one).toMatchObject({ code: 'interview.exported', payload: { list: 'json' } })
})

test('a transcript is told as it is read, with what was corrected', async () => {
  const { id } = await givenInterview({ teamId: team })
  const viewer = await givenViewer({ role: 'reviewer', teams: [team] })
  const draft = { segment: 0, from: 2, to: 5, original: 'ran', replacement: 'led' }
  await correctTranscript(viewer, { interviewId: id, correctionId: crypto.randomUUID() }, draft)
  await expect(findReadTranscript(viewer, id)).resolves.toMatchObject({
    candidate: 'Grace Hopper',
    corrections: [{ replacement: 'led' }],
  })
  await arrives({ ...(await givenInterview({ id, teamId: team, ...givenTalk([['candidate', 'I bake']]) })) })
  await expect(findReadTranscript(viewer, id)).resolves.toMatchObject({ corrections: [] })
  await expect(findReadTranscript(viewer, asId('nowhere'))).rejects.toMatchObject({ code: 'interview_not_found' })
})

test('a record is one interview with what its reader sees of it', async () => {
  const { id } = await givenInterview({ teamId: team })
  const viewer = await givenExporter([team])
  await writeNote(viewer, { interviewId: id, noteId: crypto.randomUUID() }, NOTE)
  await expect(exportInterview(viewer, id)).resolves.toMatchObject({
    url: `http://localhost:3000/candidates/${id}`,
    interview: { id, assessment: { is: 'shown' }, segments: [{ text: 'I ran the night shift.' }] },
    notes: [{ body: 'Strong start', isMine: true }],
    formerScores: [],
    corrections: [],
  })
  const stranger = await givenExporter(['elsewhere'])
  await expect(exportInterview(stranger, id)).rejects.toMatchObject({ code: 'interview_not_found' })
})
