import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RequestFailed } from './fetch-json'
import { PATIENCE_MS, ReturnedPage } from './returned-page'

vi.mock('./draw-anew')
beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A page that was put away; its questions are answered by hand. */
function givenPutAway({ isStuck = false } = {}) {
  const questions: { signal: AbortSignal; yes: (answer: unknown) => void; no: (error: unknown) => void }[] = []
  const ask = (signal: AbortSignal) => new Promise((yes, no) => questions.push({ signal, yes, no }))
  const reload = vi.fn()
  const page = new ReturnedPage({ ask, isStuck: () => isStuck, reload })
  const sights: string[] = []
  page.onChange((sight) => sights.push(sight))
  page.putAway()
  return { page, questions, reload, sights }
}

const refusal = (code: string) => new RequestFailed('A sentence.', code, null)

test('a page that comes back is seen when the server says that it is its reader’s, and not before', async () => {
  const { page, questions } = givenPutAway()
  expect(page.sight).toBe('nothing')
  const back = page.comeBack()
  expect(page.sight).toBe('nothing')
  questions[0]?.yes({})
  await back
  expect(page.sight).toBe('page')
  await vi.advanceTimersByTimeAsync(2 * PATIENCE_MS)
  expect(page.sight).toBe('page')
})

test.each([
  ['not_signed_in', false, 'nothing', 1],
  ['not_signed_in', true, 'nothing', 1],
  ['another_member', false, 'nothing', 0],
  ['another_member', true, 'page', 0],
  ['offline', false, 'unanswered', 0],
  ['unexpected', false, 'unanswered', 0],
  ['database_unavailable', true, 'unanswered', 0],
] as const)('after %s (stuck: %s) a page that came back shows %s', async (code, isStuck, sight, reloads) => {
  const { page, questions, reload } = givenPutAway({ isStuck })
  const back = page.comeBack()
  questions[0]?.no(refusal(code))
  await back
  expect([page.sight, reload.mock.calls.length]).toEqual([sight, reloads])
})

test('where nobody answers a page that came back says so after a while, and is asked for again when its reader wants', async () => {
  const { page, questions } = givenPutAway()
  void page.comeBack()
  await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1)
  expect(page.sight).toBe('nothing')
  await vi.advanceTimersByTimeAsync(1)
  expect([page.sight, questions[0]?.signal.aborted]).toEqual(['unanswered', true])

  void page.askAgain()
  void page.askAgain()
  expect([page.sight, questions.length]).toEqual(['asked-again', 2])
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  expect(page.sight).toBe('unanswered')

  const again = page.askAgain()
  questions[0]?.yes({})
  questions[1]?.yes({})
  await vi.advanceTimersByTimeAsync(0)
  expect(page.sight).toBe('asked-again')
  questions[2]?.yes({})
  await again
  expect(page.sight).toBe('page')
})

test.each([
  ['an answer', (question: { yes: (answer: unknown) => void }) => question.yes({})],
  ['a failure', (question: { no: (error: unknown) => void }) => question.no(refusal('offline'))],
  ['an abort', (question: { no: (error: unknown) => void }) => question.no(new DOMException('', 'AbortError'))],
  ['a sign-out', (question: { no: (error: unknown) => void }) => question.no(refusal('not_signed_in'))],
])('%s that arrives after the page was put away again changes nothing of what is seen', async (_, settle) => {
  const { page, questions, reload, sights } = givenPutAway()
  const back = page.comeBack()
  page.putAway()
  if (questions[0]) settle(questions[0])
  await back
  await vi.advanceTimersByTimeAsync(2 * PATIENCE_MS)
  expect([questions[0]?.signal.aborted, reload.mock.calls.length]).toEqual([true, 0])
  expect(sights).toEqual(['nothing', 'nothing'])

  const later = page.comeBack()
  questions[1]?.yes({})
  await later
  expect(page.sight).toBe('page')
})

test('only a page whose question nobody answered is asked for again', async () => {
  const { page, questions } = givenPutAway()
  await page.askAgain()
  expect([page.sight, questions.length]).toEqual(['nothing', 0])
})
