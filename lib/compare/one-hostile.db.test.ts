// Must hold 42: what comes with one interview costs nobody else what they compare.
import { beforeEach, expect, test, vi } from 'vitest'
import { givenInterview } from '../db/testing/interview'
import { ITEM_LIMITS, TEXT_LIMITS } from '../ribbon/limits'
import { nameFinder } from '../text/names-said'
import { correctionsBySegment } from '../transcript/as-read'
import { MARGIN_SECONDS } from '../transcript/listening'
import { compactWords } from '../transcript/words'
import { isLeftOut } from './answer-state'
import { hideNames } from './commands'
import { findAnswers, findMatrix, findQuestions, findSideBySide, listFinalists } from './queries'
import { MOST_RETIRED } from './stored-questions'
import {
  asked,
  type CompareScene,
  givenCompareScene,
  givenTalkWith,
  NIGHT_KEY,
  OLD,
  OLD_KEY,
  WHY,
} from './testing/talks'
import { MOST_SAID } from './within-bounds'

vi.mock('../text/names-said', { spy: true })
vi.mock('../transcript/as-read', { spy: true })

let scene: CompareScene
beforeEach(async () => {
  scene = await givenCompareScene()
})
const given = (name: string, texts: string[]) =>
  givenTalkWith({
    ...{ flowId: scene.flowId, name, last: 'It rained.' },
    questions: texts.map((text) => asked(text, [2, 3])),
  })
const many = (count: number) => Array.from({ length: count }, (_, index) => `Question ${index} of ${count}?`)

/** Seconds in which the agent asks. */
const ASKED = 5

/** Words as many as one interview may have, said in one go to as many questions as it may have been asked. */
async function givenHostile() {
  const { words: count, questions } = ITEM_LIMITS
  const words = Array.from({ length: count }, (_, at) => ({
    from: at * 3,
    to: at * 3 + 2,
    start: ASKED + at / 10,
    end: ASKED + at / 10,
  }))
  const text = 'ja '.repeat(count)
  const segments = [
    { speaker: 'agent' as const, text: 'Why?', start: 0, end: ASKED },
    { speaker: 'candidate' as const, text, start: ASKED, end: ASKED + count / 10 },
  ]
  const candidate = { name: 'Ingrid', email: null }
  const questionsOf = many(questions - 1).map((question) => asked(question, [0, 1]))
  return givenInterview({
    ...{ flowId: scene.flowId, candidate, segments, words: compactWords([[], words]) },
    questions: [...questionsOf, asked(WHY, [0, 1])],
  })
}

test('what a finalist said to any number of questions stands beside the others once or twice, and each that lacks it says so', async () => {
  const { flowId, viewer, lead } = scene
  const hostile = await givenHostile()
  const other = await given('Wendell', [WHY])
  const sorting = vi.mocked(correctionsBySegment).mockClear()
  const told = await findSideBySide(viewer, { flowId, ids: [hostile.id, other.id] })
  // Once for each of them, however many answers there are.
  expect(sorting).toHaveBeenCalledTimes(2)
  expect(told.questions.length).toBeGreaterThan(MOST_RETIRED)
  const [first, second] = told.finalists
  const size = JSON.stringify(first?.answers.map(({ segments, words }) => [segments, words])).length
  expect(size).toBeLessThan(MOST_SAID * 1.1)
  const lacking = first?.answers.filter((answer) => isLeftOut(answer)) ?? []
  expect(lacking.length).toBeGreaterThan(MOST_RETIRED - 5)
  // It is rated and heard all the same: of the candidate alone, too, though none of its words came.
  const end = ASKED + ITEM_LIMITS.words / 10
  const plays = {
    candidate: [{ start: ASKED - MARGIN_SECONDS, end: end + MARGIN_SECONDS }],
    everything: [{ start: 0, end }],
  }
  expect(lacking[0]).toMatchObject({ state: 'answered', plays })
  expect(second?.answers.filter((answer) => isLeftOut(answer))).toEqual([])
  // Where it is asked for alone it is whole.
  const place = first?.answers.findIndex((answer) => isLeftOut(answer)) ?? -1
  const { answers } = await findAnswers(viewer, { flowId, key: told.questions[place]?.key ?? '' })
  expect(answers[0]?.segments[1]?.text).toHaveLength(ITEM_LIMITS.words * 3)

  await hideNames(lead, flowId, true)
  const hidden = await findSideBySide(viewer, { flowId, ids: [hostile.id] })
  const unheard = hidden.finalists[0]?.answers.filter((answer) => isLeftOut(answer)) ?? []
  expect(unheard[0]?.plays).toEqual({ candidate: [], everything: [] })
})

test('an interview as long as may be stands beside the others whole', async () => {
  const { flowId, viewer } = scene
  const count = TEXT_LIMITS.transcript / TEXT_LIMITS.segment
  const segments = Array.from({ length: count }, (_, at) => {
    return { speaker: 'candidate' as const, text: 'ja '.repeat(TEXT_LIMITS.segment / 3), start: at, end: at + 1 }
  })
  const { id } = await givenInterview({ flowId, segments, words: [], questions: [asked(WHY, [0, 1, 2, 3, 4])] })
  const ordinary = await given('Wendell', [WHY, OLD])
  const { finalists } = await findSideBySide(viewer, { flowId, ids: [id, ordinary.id] })
  for (const { answers } of finalists) expect(answers.filter((answer) => isLeftOut(answer))).toEqual([])
})

test('of what earlier scripts asked the most asked are told and how many more there are; a row has room for what its candidate was asked alone', async () => {
  const { flowId, viewer } = scene
  const good = await given('Wendell', [WHY, OLD])
  await given('Farida', [WHY, OLD])
  const count = MOST_RETIRED + 99
  await given('Ingrid', many(count))
  const { questions, leftOut } = await findQuestions(viewer, flowId)
  expect(questions).toHaveLength(2 + MOST_RETIRED)
  expect(
    questions
      .slice(0, 3)
      .map(({ key }) => key)
      .slice(1),
  ).toEqual([NIGHT_KEY, OLD_KEY])
  expect(leftOut).toBe(count + 1 - MOST_RETIRED)
  const { rows, questions: columns } = await findMatrix(viewer, flowId)
  expect(columns).toEqual(questions)
  expect(rows.find(({ interview }) => interview === good.id)).toMatchObject({
    ...{ blank: 'not_asked', cells: { 0: { state: 'answered' }, 2: { state: 'answered' } } },
  })
  expect(rows.map(({ cells }) => Object.keys(cells).length).toSorted((a, b) => a - b)).toEqual([2, 2, MOST_RETIRED - 1])
})

test('names are looked for once, however many questions the script has lost, and not at all where answers are only counted', async () => {
  const { flowId, viewer, lead } = scene
  const ids = [(await given('Ingrid', [WHY, ...many(20)])).id, (await given('Wendell', ['Why, Ingrid?'])).id]
  await hideNames(lead, flowId, true)
  const finders = vi.mocked(nameFinder).mockClear()
  const { questions } = await findQuestions(viewer, flowId)
  expect(finders).toHaveBeenCalledTimes(1)
  // Also of whom somebody else was asked.
  expect(questions.map(({ text }) => text)).toContain('Why, ▇▇▇▇?')
  finders.mockClear()
  await listFinalists(viewer, { flowId, ids })
  expect(finders.mock.calls.flat(2)).toEqual([])
})
