import { array, assert, asyncProperty, boolean, constantFrom, integer, record, tuple } from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flows, interviews } from '../db/schema/interviews'
import { interviewTexts } from '../db/schema/search'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview, givenTalk } from '../db/testing/interview'
import { EVERYTHING } from '../interviews/list/filter'
import type { Speaker } from '../transcript/transcript'
import { listInterviews } from '../interviews/list/queries'
import type { RibbonInterview } from '../ribbon/interview'
import { partsIn } from '../text/fold'
import { placesOf } from './matches'
import { parseQuery, type Term } from './query'
import { reindex } from './reindex'

const team = () => `team_${crypto.randomUUID()}`
const search = (viewer: Viewer, q: string) => listInterviews(viewer, { ...EVERYTHING, q, limit: 200 })
const found = async (viewer: Viewer, q: string) => (await search(viewer, q)).items.map(({ id }) => id)

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

test('a moment is the sentence around the word, whose own time it has', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({
    teamId,
    ...givenTalk([
      ['agent', 'Was it at night?'],
      ['candidate', 'Well. It was the night shift. Yes.'],
    ]),
  })
  expect((await search(viewer, 'night')).moments).toEqual({
    [id]: [
      { segment: 1, speaker: 'candidate', start: 8, text: 'It was the night shift.', matches: [{ from: 11, to: 16 }] },
    ],
  })
  expect((await search(viewer, 'asked:night')).moments).toEqual({
    [id]: [{ segment: 0, speaker: 'agent', start: 3, text: 'Was it at night?', matches: [{ from: 10, to: 15 }] }],
  })
  expect((await search(viewer, 'name:hopper -shifts')).moments).toEqual({})
})

test('a row says where its name, email, flow or what is written about it was found', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id: flowId } = await givenFlow({ teamId, title: 'Atención al cliente' })
  const { id } = await givenInterview({
    ...{ teamId, flowId, candidate: { name: 'José Peña', email: 'jp@example.com' } },
    summary: '## Strengths\n- Knows **warehouse work**. Slept at night.\n',
    questions: [{ text: 'Which crew?', segments: [0], start: 0, end: 1 }],
    ...givenTalk([['candidate', 'I ran the night shift.']]),
  })
  const reasons = async (q: string) => (await search(viewer, q)).reasons[id]
  const about = { from: 'summary', text: 'Knows warehouse work.', matches: [{ from: 6, to: 20 }] }

  expect(await reasons('pena')).toEqual({ name: [{ from: 5, to: 9 }] })
  expect(await reasons('name:jp')).toEqual({ email: [{ from: 0, to: 2 }] })
  expect(await reasons('flow:atencion')).toEqual({ flow: [{ from: 0, to: 8 }] })
  expect(await reasons('"warehouse work" cliente')).toEqual({ flow: [{ from: 12, to: 19 }], about })
  expect(await reasons('crew')).toEqual({
    about: { from: 'question', text: 'Which crew?', matches: [{ from: 6, to: 10 }] },
  })
  expect((await search(viewer, 'warehouse')).moments).toEqual({})
})

test('what the row or the talk says itself needs no line of the summary', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const candidate = { name: 'Grace Hopper', email: null }
  await givenInterview({
    teamId,
    candidate,
    summary: 'Grace ran the night shift.',
    ...givenTalk([['candidate', 'At night.']]),
  })
  expect(Object.values((await search(viewer, 'grace night')).reasons)).toEqual([{ name: [{ from: 0, to: 5 }] }])
  expect((await search(viewer, 'said:night -zebra')).reasons).toEqual({})
})

test('of many moments a row shows the three that answer the most terms, in the order of the talk', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const lines = ['night one', 'night two', 'night shift three', 'night four', 'shift night five']
  const { id } = await givenInterview({ teamId, ...givenTalk(lines.map((line) => ['candidate', line])) })
  const { moments } = await search(viewer, 'night shift')
  expect(moments[id]?.map(({ text }) => text)).toEqual(['night one', 'night shift three', 'shift night five'])
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

const word = constantFrom(
  'night',
  'Nights',
  'shift',
  'the',
  'José',
  'jose',
  'don’t',
  'dont',
  'C++',
  '4.5',
  'é',
  'a',
  'l’é',
  "o'night",
  'le\u0301',
  'ni\u00ADght',
  'shift\u200Ca',
)
const unspaced = constantFrom('夜勤', '夜間', '勤務', 'กะดึก', 'ดึก', 'ナイト', 'ｶﾞ')
const rightToLeft = constantFrom('أعمل', 'اعمل', 'المستودع', 'مُستودع')
const spoken = array(
  constantFrom('said', 'asked').chain((who) => tuple(constantFrom(who), phraseOf(8))),
  { maxLength: 5 },
)
const interview = record({ spoken, name: phraseOf(2), summary: phraseOf(6), inFlow: boolean() })

function phraseOf(maxLength: number) {
  const pieces = array(
    constantFrom(word, unspaced, rightToLeft).chain((piece) => piece),
    { minLength: 1, maxLength },
  )
  return tuple(pieces, constantFrom(' ', ', ', '')).map(([parts, separator]) => parts.join(separator))
}

const asked = tuple(
  constantFrom('', '', '-'),
  constantFrom('', '', 'said:', 'asked:', 'name:', 'flow:'),
  constantFrom('"', '"', ''),
  phraseOf(4),
).map(([minus, field, quote, text]) => `${minus}${field}${quote}${quote ? text : text.split(' ')[0]}${quote}`)

test('recall equals a plain scan of the words', async () => {
  const flowTitle = 'Night shift, 夜勤'
  await assert(
    asyncProperty(
      array(interview, { minLength: 1, maxLength: 6 }),
      array(asked, { minLength: 20, maxLength: 20 }),
      integer(),
      async (given, queries, cut) => {
        const teamId = team()
        const viewer = await givenViewer({ teams: [teamId] })
        const flow = await givenFlow({ teamId, title: flowTitle })
        const stored: RibbonInterview[] = []
        for (const { spoken: lines, name, summary, inFlow } of given) {
          const talk = givenTalk(
            lines.map(([who, text]): [Speaker, string] => [who === 'said' ? 'candidate' : 'agent', text]),
          )
          const rest = { summary, candidate: { name, email: null }, flowId: inFlow ? flow.id : null }
          stored.push(await givenInterview({ teamId, ...rest, ...talk }))
        }
        for (const [index, query] of queries.entries()) {
          const q = index % 3 === 0 ? `${query} ${queries[Math.abs(cut) % 20]}` : query
          const expected = stored.filter((one) => parseQuery(q).every((term) => scan(one, flow.id, flowTitle, term)))
          expect((await found(viewer, q)).toSorted(), q).toEqual(expected.map(({ id }) => id).toSorted())
        }
      },
    ),
    { numRuns: 20 },
  )
}, 300_000)

/** Looks at every word, one after the other. */
function scan(one: RibbonInterview, flowId: string, title: string, term: Term): boolean {
  const said = one.segments.filter(({ speaker }) => speaker === 'candidate').map(({ text }) => text)
  const questioned = one.segments.filter(({ speaker }) => speaker !== 'candidate').map(({ text }) => text)
  const name = [one.candidate.name ?? '']
  const flow = one.flowId === flowId ? [title] : []
  const lines = {
    ...{ said, asked: questioned, name, flow },
    any: [...said, ...name, ...flow, ...(one.summary ?? '').split('\n')],
  }[term.field]
  return lines.some((line) => placesOf(term, partsIn(line)).length > 0) !== term.isExcluded
}

test('what was stored before there were sort keys is sorted by them, flows and teams too', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const ids: string[] = []
  for (const name of ['Zoe', 'Åsa', null, 'adam']) {
    const flow = await givenFlow({ title: name ?? '' })
    ids.push((await givenInterview({ teamId, flowId: flow.id, candidate: { name, email: null } })).id)
  }
  await db().update(interviews).set({ candidateKey: null })
  await db().update(flows).set({ titleKey: null })
  await db().update(interviewTexts).set({ rules: 0 })

  await reindex(() => Promise.resolve())
  for (const key of ['candidate', 'flow'] as const) {
    const { items } = await listInterviews(viewer, { ...EVERYTHING, sort: { key, descending: false } })
    expect(items.map(({ id }) => ids.indexOf(id))).toEqual([3, 1, 0, 2])
  }
})

test('what was stored under older rules is indexed anew', async () => {
  const teamId = team()
  const viewer = await givenViewer({ teams: [teamId] })
  const { id } = await givenInterview({ teamId, ...givenTalk([['candidate', 'a very rare quokka']]) })
  const other = await givenInterview({ teamId, ...givenTalk([['candidate', 'another quokka']]) })
  await db().delete(interviewTexts).where(eq(interviewTexts.interviewId, id))
  await db().update(interviewTexts).set({ rules: 0 }).where(eq(interviewTexts.interviewId, other.id))
  await db().update(interviews).set({ lexemes: '' })
  expect(await found(viewer, 'quokka')).toEqual([])

  await reindex(() => Promise.resolve())
  expect((await found(viewer, 'quokka')).toSorted()).toEqual([id, other.id].toSorted())
})
