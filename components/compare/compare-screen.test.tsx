// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig, type SWRConfiguration } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AnswersInSight, AnswersToQuestion, ComparedAnswer, ComparedQuestions } from '@/lib/compare/compared'
import { givenBrowser } from '../transcript/testing/browser'
import { CompareScreen } from './compare-screen'
import { RatingsOutboxProvider } from './ratings-outbox-context'
import { answerOf } from './testing/answer'

/** What of it the page reads. */
let address = ''

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: vi.fn() }),
  useSearchParams: () => new URLSearchParams(address),
  usePathname: () => '/compare',
}))

// It asks for the router of a page that Next has drawn.
vi.mock('next/link', () => ({
  default: ({ href, children }: { href: string; children: ReactNode }) => <a href={href}>{children}</a>,
}))

const NAMES = { areHidden: true, areHiddenByFlow: true, revealedAt: null }
const QUESTION = { key: 'a'.repeat(22), text: 'Tell me about a night.', scripted: true }
const questions: ComparedQuestions = {
  flow: { id: 'flow', title: 'Nights', language: 'en', isWhole: true, names: NAMES },
  interviews: 3,
  withoutTranscript: 0,
  leftOut: 0,
  questions: [
    { ...QUESTION, asked: 2, answered: 2, rated: 0 },
    { key: 'b'.repeat(22), text: 'Why nights?', scripted: true, asked: 3, answered: 3, rated: 3 },
  ],
}
const answers: AnswersToQuestion = {
  question: QUESTION,
  anchors: null,
  names: NAMES,
  answers: [answerOf('B'), answerOf('D'), answerOf('F', 'not_asked')],
}

let page: Root
let cache: SWRConfiguration
/** How the server answers who asks for all that was said. */
let tell: (response: Response) => void
let answered: Promise<Response>
/** What the server says of the questions, once it is asked. */
let asked: ComparedQuestions
const requests: string[] = []
beforeEach(() => {
  givenBrowser()
  vi.stubGlobal('IntersectionObserver', undefined)
  Object.assign(HTMLElement.prototype, { scrollIntoView: () => {} })
  requests.length = 0
  asked = questions
  answered = new Promise((resolve) => (tell = resolve))
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    requests.push(`${init?.method ?? 'GET'} ${url}`)
    if (url.endsWith('/answers')) return (await answered).clone()
    return Response.json(
      url.includes('/ratings/')
        ? { ...(typeof init?.body === 'string' && JSON.parse(init.body)), ratedAt: '2026-01-01T00:00:00Z' }
        : asked,
    )
  })
  const kept = new Map()
  cache = { provider: () => kept }
  page = createRoot(document.body.appendChild(document.createElement('main')))
})

const draw = (drawn: AnswersInSight, compared = questions) =>
  act(async () =>
    page.render(
      <SWRConfig value={cache}>
        <RatingsOutboxProvider memberId="ada">
          <CompareScreen
            flows={[{ id: 'flow', title: 'Nights', interviews: 3 }]}
            questions={compared}
            drawn={{ answers: drawn, matrix: null }}
            may={{ hideNames: true, writeScale: true }}
          />
        </RatingsOutboxProvider>
      </SWRConfig>,
    ),
  )

afterEach(async () => {
  await act(async () => page.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const open = () => document.querySelector('[aria-label=Answers] > [aria-current=true]')
const press = (key: string) =>
  act(async () =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}`, bubbles: true })),
  )

/** In any line: which one is open moves on a while after a rating. */
const lists = (words: string) =>
  vi.waitFor(async () => {
    await act(async () => {})
    expect(document.querySelector('[aria-label=Answers]')?.textContent).toContain(words)
  })

const opens = (words: string) =>
  vi.waitFor(async () => {
    await act(async () => {})
    expect(open()?.textContent).toContain(words)
  })

const said = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)

const loadsAhead = () => [...document.querySelectorAll('audio')].map((audio) => audio.getAttribute('preload'))

const unsaid = ({ plays: _plays, segments: _segments, words: _words, ...head }: ComparedAnswer) => head

test('the first answer is open with its words, the others are lines, and what was not asked says so', async () => {
  await draw(answers)
  expect(open()?.textContent).toContain('Candidate B')
  expect(open()?.textContent).toContain('It rained on B.')
  expect(document.body.textContent).toContain('Candidate D')
  expect(document.body.textContent).toContain('not asked')
  expect(document.body.textContent).toContain('0 of 2 rated')
  expect(document.body.textContent).toContain('Names appear when you have rated all 5 answers of this flow.')
})

test('what is not compared is said above the answers: how many, and where it is found', async () => {
  const retired = ['c', 'd'].map((letter) => {
    return { ...QUESTION, key: letter.repeat(22), scripted: false, asked: 1, answered: 1, rated: 0 }
  })
  asked = { ...questions, withoutTranscript: 2, leftOut: 9, questions: [...questions.questions, ...retired] }
  await draw(answers, asked)
  expect(document.body.textContent).toContain('3 candidates, and 2 more without a transcript')
  expect(document.body.textContent).toContain(
    'the 2 that were asked most are here and 9 others are not. Each candidate’s page has all of theirs.',
  )
})

test('where nothing is left out nothing is said of it', async () => {
  await draw(answers)
  expect(document.body.textContent).toContain('3 candidates')
  expect(document.body.textContent).not.toMatch(/without a transcript|others? (is|are) not/)
})

test('where a question was asked in another wording the page says in which', async () => {
  const [first, ...others] = answers.answers
  await draw({ ...answers, answers: first ? [{ ...first, askedAs: 'tell me, about A NIGHT' }, ...others] : [] })
  expect(open()?.textContent).toContain('Asked as: “tell me, about A NIGHT”')
  await press('j')
  expect(open()?.textContent).not.toContain('Asked as')
})

test('a key rates the open answer by its alias, z takes that back, and j and k go from one to the next', async () => {
  await draw(answers)
  await press('4')
  expect(document.body.textContent).toContain('1 of 2 rated')
  expect(requests.some((asked) => asked.startsWith(`PUT /api/interviews/hidden.B/ratings/${QUESTION.key}`))).toBe(true)
  await press('j')
  expect(open()?.textContent).toContain('Candidate D')
  await press('k')
  expect(open()?.textContent).toContain('Candidate B')
  await press('z')
  expect(document.body.textContent).toContain('0 of 2 rated')
  expect(requests.some((asked) => asked.startsWith('DELETE /api/interviews/hidden.B/ratings/'))).toBe(true)
})

test('what is undone is said to be, not what was rated before it', async () => {
  await draw(answers)
  await press('4')
  await press('j')
  await press('2')
  await press('3')
  expect(said()).toContain('Candidate D rated 3')
  await press('z')
  expect(said()).toContain('Candidate D is rated 2 again')
  await press('z')
  expect(said()).toContain('The rating of Candidate D is taken back')
  await press('z')
  expect(said()).toContain('The rating of Candidate B is taken back')
  expect(document.body.textContent).not.toContain('Undo')
})

test('names come by themselves with the last rating, as the server says, and go with one that is taken back', async () => {
  await draw(answers)
  const [first, ...others] = answers.answers
  const names = { ...NAMES, areHidden: false }
  const named = { ...first, interview: 'i1', candidate: { is: 'named', name: 'Ingrid', email: null } }
  asked = { ...questions, flow: { ...questions.flow, names } }
  await press('4')
  tell(Response.json({ ...answers, names, answers: [named, ...others] }))
  await lists('Ingrid')
  expect(document.body.textContent).toContain('Names are shown: all is rated.')

  asked = questions
  answered = Promise.resolve(Response.json(answers))
  await press('z')
  await lists('Candidate B')
})

test('what is undone once names came, and was rated under a letter, is asked for anew', async () => {
  await draw(answers)
  await press('3')
  await press('5')
  const [first, ...others] = answers.answers
  const names = { ...NAMES, areHidden: false }
  const named = { ...first, interview: 'i1', candidate: { is: 'named', name: 'Ingrid', email: null } }
  asked = { ...questions, flow: { ...questions.flow, names } }
  answered = Promise.resolve(Response.json({ ...answers, names, answers: [named, ...others] }))
  await press('4')
  await lists('Ingrid')
  const before = requests.filter((url) => url.endsWith('/answers')).length
  await press('z')
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(requests.filter((url) => url.endsWith('/answers'))).toHaveLength(before + 1)
  })
})

test('Space plays what the candidate says', async () => {
  await draw(answers)
  await act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true })))
  expect(open()?.textContent).toContain('Pause')
  expect(open()?.querySelector<HTMLMediaElement>('audio')?.currentTime).toBe(0.25)
})

test('what was said out of sight comes once the page has loaded, and until then an answer says so', async () => {
  const [first, second, third] = answers.answers
  await draw({
    ...answers,
    answers: [first, second, third].flatMap((one, index) => (one ? [index > 0 ? unsaid(one) : one] : [])),
  })
  expect(requests).toEqual([`GET /api/flows/flow/questions/${QUESTION.key}/answers`])
  await press('j')
  expect(open()?.textContent).toContain('Candidate D')
  expect(open()?.textContent).toContain('The words are being loaded.')
  tell(Response.json(answers))
  await opens('It rained on D.')
  expect(requests).toHaveLength(1)
})

test('what was rated is still so for whoever comes back to the answers', async () => {
  await draw(answers)
  await press('4')
  address = 'view=side'
  await draw(answers)
  address = ''
  await draw(answers)
  expect(document.body.textContent).toContain('1 of 2 rated')
})

test('a recording is loaded ahead once the page has loaded', async () => {
  const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
  await draw(answers)
  expect(loadsAhead()).toEqual(['none', 'none'])
  state.mockReturnValue('complete')
  await act(async () => window.dispatchEvent(new Event('load')))
  expect(loadsAhead()).toEqual(['auto', 'auto'])
})
