import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import * as transactions from '../db/by-indexes'
import { db } from '../db/client'
import { interviews } from '../db/schema/interviews'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview, givenTalk } from '../db/testing/interview'
import { found, search, team } from './testing/search'

test.each([
  ['jose pena', 'JP@EXAMPLE', 'jp@example.com', 'atencion', "don't KNOW", 'dont', 'warehouse', 'wareh', '夜勤', '勤'],
  ['"the night shift"', '"the nig', 'said:"night shift"', 'said:know', 'asked:weekend', 'name:jose', 'flow:cliente'],
  ['-weekend', 'night -zebra', '-asked:zebra', '-name:weekend', '-"the late shift"', 'crew', '"which crew"'],
])('a search finds what was said, asked, called and summed up: %s …', async (...queries) => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id: flowId } = await givenFlow({ teamId, title: 'Atención al cliente' })
  const { id } = await givenInterview({
    ...{ teamId, flowId, summary: 'He knows **warehouse** work.' },
    candidate: { name: 'José Peña', email: 'jp@example.com' },
    questions: [{ text: 'Which crew?', segments: [0], start: 0, end: 1 }],
    ...givenTalk([
      ['agent', 'Would you work on a weekend?'],
      ['candidate', 'I don’t know. I ran the night shift. 夜勤です'],
    ]),
  })
  for (const q of queries) expect(await found(viewer, q), q).toEqual([id])
})

test.each([
  [
    'llegue\u0301 man\u0303ana a Sa\u0303o Paulo, Tra\u0302\u0300n o\u031b\u0309 Ha\u0300 No\u0323\u0302i',
    ['mañana', 'manana', 'São Paulo', '"ở Hà Nội"', 'Ha Noi', 'Trần'],
  ],
  [
    'dans l’équipe d’affaires',
    ['équipe', "l'équipe", 'l’équipe', 'lequipe', '"dans l\'équipe"', '"l equipe daffaires"'],
  ],
  [
    "That is O'Connor who doesn't",
    ['Connor', 'oconnor', "o'connor", 'O’Connor', '"Connor who doesnt"', '"that is oconnor who"'],
  ],
  ['Donau\u00ADdampf\u00ADschiff kunden\u2060dienst', ['Donaudampfschiff', 'kundendienst', 'donaud']],
  [
    'کار می\u200Cکنم در نرم\u200Cافزاری',
    ['میکنم', 'می\u200Cکنم', 'می کنم', '"کار میکنم در"', '"کار می کنم"', 'نرمافزاری'],
  ],
  ['शक्\u200Dति और श्री\u200Cमान', ['शक्ति', 'शक्\u200Dति', 'श्रीमान', 'श्री\u200Cमान']],
  ['היום בצה״ל עם ג׳ורג׳', ['בצהל', 'בצה"ל', '"היום בצה״ל עם"', "ג'ורג'", '\u200Fגורג']],
])('what is said is found however it is typed: %s', async (text, queries) => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({ teamId, summary: null, ...givenTalk([['candidate', text]]) })
  for (const q of queries) {
    expect(await found(viewer, q), q).toEqual([id])
    expect((await search(viewer, q)).moments[id], q).toHaveLength(1)
    expect(await found(viewer, `-"${q.replaceAll(/^"|"$/g, '')}"`), `not ${q}`).toEqual(q === 'donaud' ? [id] : [])
  }
})

test.each(['weekend', 'said:weekend', 'asked:night', 'name:night', 'flow:night', '-night', '"shift night"', 'ight'])(
  'a search for %s does not find what it does not mean',
  async (q) => {
    const teamId = team()
    const viewer = await givenViewer({ teams: [teamId] })
    await givenInterview({
      ...{ teamId, summary: null },
      ...givenTalk([
        ['agent', 'Would you work on a weekend?'],
        ['candidate', 'The night. Shift.'],
      ]),
    })
    expect(await found(viewer, q)).toEqual([])
  },
)

test('a phrase does not reach from one utterance into the next', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  await givenInterview({
    teamId,
    summary: null,
    ...givenTalk([
      ['candidate', 'the night'],
      ['candidate', 'shift was long'],
    ]),
  })
  expect(await found(viewer, '"night shift"')).toEqual([])
  expect(await found(viewer, '"the night shift was"')).toEqual([])
})

test('a phrase of three words is more than its pairs, found or excluded', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({
    teamId,
    summary: null,
    ...givenTalk([['candidate', 'the night and a night shift']]),
  })
  expect(await found(viewer, '"the night shift"')).toEqual([])
  expect(await found(viewer, '-"the night shift"')).toEqual([id])
})

test('an interview with more words than the index holds is found by its text', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const words = Array.from({ length: 60_000 }, (_, index) => `word${index.toString(36)}`)
  const { id } = await givenInterview({ teamId, ...givenTalk([['candidate', `${words.join(' ')} the needle here`]]) })
  for (const q of ['needle', 'need', '"the needle"', 'needle -zebra']) expect(await found(viewer, q), q).toEqual([id])
  for (const q of ['zebra', 'needle zebra', '-needle', 'asked:needle']) expect(await found(viewer, q), q).toEqual([])
})

test('what changes is found by what it says now', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({ teamId, ...givenTalk([['candidate', 'before']]) })
  await givenInterview({ id, teamId, ...givenTalk([['candidate', 'after']]) })
  expect(await found(viewer, 'before')).toEqual([])
  expect(await found(viewer, 'after')).toEqual([id])
})

test('to a member of another team nothing is found, and no moment is told', async () => {
  const teamId = team()
  await givenInterview({ teamId, ...givenTalk([['candidate', 'a very rare wombat']]) })
  const stranger = await givenViewer({ teams: [team()] })
  const nobody = await givenViewer({ teams: [] })
  for (const viewer of [stranger, nobody]) {
    expect(await search(viewer, 'wombat')).toMatchObject({ items: [], moments: {}, reasons: {}, total: 0 })
  }
})

test('what moves out of sight once it was found is not told, nor a word of it', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const talk = givenTalk([['candidate', 'I ran the night shift.']])
  const [, leaving] = [await givenInterview({ teamId, ...talk }), await givenInterview({ teamId, ...talk })]
  const { byIndexes } = { ...transactions }
  vi.spyOn(transactions, 'byIndexes').mockImplementationOnce(async (read) => {
    const places = await byIndexes(read)
    await db().update(interviews).set({ teamId: 'elsewhere' }).where(eq(interviews.id, leaving.id))
    return places
  })
  const { items, moments, reasons, total } = await search(viewer, 'night')
  expect([items.length, total]).toEqual([1, 2])
  expect(JSON.stringify([items, moments, reasons])).not.toContain(leaving.id)
})
