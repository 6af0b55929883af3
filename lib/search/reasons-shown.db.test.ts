import { expect, test } from 'vitest'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview, givenTalk } from '../db/testing/interview'
import { search, team } from './testing/search'

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
