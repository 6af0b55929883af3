// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ComparedAnswer } from '@/lib/compare/compared'
import type { Matrix } from '@/lib/compare/matrix'
import { givenBrowser } from '../transcript/testing/browser'
import { MatrixView } from './matrix-view'
import { RatingsProvider } from './ratings-context'
import { answerOf } from './testing/answer'

const NAMES = { areHidden: false, areHiddenByFlow: false, revealedAt: null }
const FLOW = { id: 'flow', title: 'Nights', language: 'en', isWhole: true, names: NAMES }
const QUESTIONS = ['a', 'b'].map((letter) => ({
  ...{ key: letter.repeat(22), text: `Question ${letter}`, scripted: true, asked: 2, answered: 2, rated: 0 },
}))
const MATRIX: Matrix = {
  flow: FLOW,
  questions: QUESTIONS,
  rows: ['Ingrid', 'Wendell'].map((name) => ({
    interview: name,
    candidate: { is: 'named', name, email: null },
    plays: true,
    blank: 'not_asked',
    cells: Object.fromEntries(QUESTIONS.map((_, column) => [column, { state: 'answered', seconds: 4, rating: null }])),
  })),
}

let page: Root
/** What the server says of the matrix, and of who is ticked. */
let told: Matrix
let finalists: string[]
/** What a pressed cell is told; null while nobody answers. */
let said: ComparedAnswer | null
const asked: string[] = []
const onPick = vi.fn()
beforeEach(async () => {
  givenBrowser()
  asked.length = 0
  told = MATRIX
  finalists = []
  said = null
  onPick.mockClear()
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    if (url.includes('/finalists?')) return Response.json({ finalists })
    if (url.endsWith('/matrix')) return Response.json(told)
    return said ? Response.json({ answer: said, anchors: null }) : new Promise(() => {})
  })
  page = createRoot(document.body.appendChild(document.createElement('main')))
  await draw(null)
})

const draw = (rendered: Matrix | null, flow = FLOW) =>
  act(async () =>
    page.render(
      <SWRConfig key={rendered ? 'drawn' : 'fetched'} value={{ provider: () => new Map() }}>
        <RatingsProvider flowId="flow">
          <MatrixView
            flow={flow}
            ratable={4}
            rendered={rendered}
            mayHide={false}
            picked={['Wendell']}
            onPick={onPick}
            onChanged={() => {}}
          />
        </RatingsProvider>
      </SWRConfig>,
    ),
  )

afterEach(async () => {
  await act(async () => page.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const cell = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-row="${row}"][data-cell="${column}"]`)

const reached = () => [...document.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')]

test('a cell that is pressed asks for its answer, and says that it is the one', async () => {
  await act(async () => cell(1, 0)?.click())
  expect(cell(1, 0)?.getAttribute('aria-pressed')).toBe('true')
  expect(asked.at(-1)).toBe(`/api/flows/flow/questions/${'a'.repeat(22)}/answers/Wendell`)
})

test('Tab reaches one cell, and arrows go from it to the others', async () => {
  expect(reached()).toEqual([cell(0, 0)])
  await act(async () => {
    cell(0, 0)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
  })
  expect(reached()).toEqual([cell(1, 0)])
  await act(async () => {
    cell(1, 0)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }))
  })
  expect(reached()).toEqual([cell(1, 1)])
})

const sortOf = () => [...document.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort'))

test('no column says that it sorts until one does', async () => {
  expect(sortOf()).toEqual([null, null, null])
  for (const sort of ['ascending', 'descending', null]) {
    await act(async () => document.querySelector<HTMLElement>('thead button')?.click())
    expect(sortOf()).toEqual([sort, null, null])
  }
})

/** The server has them under other names by now, and says so. */
async function callOtherwise() {
  const flow = { ...FLOW, names: { ...NAMES, areHidden: true } }
  told = { ...MATRIX, flow, rows: MATRIX.rows.map((row) => ({ ...row, interview: `id of ${row.interview}` })) }
  await draw(null, flow)
  await act(async () => {})
}

const ticks = () => document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')

test('who is to stand side by side is ticked beside the name, and a tick plays nothing', async () => {
  const [ingrid, wendell] = ticks()
  expect([ingrid?.checked, wendell?.checked]).toEqual([false, true])
  await act(async () => ingrid?.click())
  expect(onPick).toHaveBeenLastCalledWith(['Wendell', 'Ingrid'])
  await act(async () => wendell?.click())
  expect(onPick).toHaveBeenLastCalledWith([])
  expect(asked).toHaveLength(1)
})

test('what the server drew is not asked for again', async () => {
  expect(asked).toEqual(['/api/flows/flow/matrix'])
  await draw(MATRIX)
  expect(cell(1, 1)?.textContent).toBe('0:04')
  expect(asked).toHaveLength(1)
})

test('once names come they are asked for, and the answer that was pressed under a letter is put away', async () => {
  await act(async () => cell(1, 0)?.click())
  expect(document.body.textContent).toContain('The answer is being loaded.')
  await callOtherwise()
  expect(asked.filter((url) => url.endsWith('/matrix'))).toHaveLength(2)
  expect(document.body.textContent).not.toContain('The answer is being loaded.')
})

test('who is ticked goes on to be once names come, by what the server calls them then', async () => {
  finalists = ['id of Wendell']
  await callOtherwise()
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(Array.from(ticks(), ({ checked }) => checked)).toEqual([false, true])
  })
  expect(asked.at(-1)).toBe('/api/flows/flow/finalists?ids=Wendell')
  await act(async () => ticks()[0]?.click())
  expect(onPick).toHaveBeenLastCalledWith(['id of Wendell', 'id of Ingrid'])
})

test('a question that stands elsewhere by now stays the one whose answer is heard', async () => {
  await act(async () => cell(1, 1)?.click())
  const before = [...asked]
  const flow = { ...FLOW, names: { ...NAMES, areHidden: true } }
  told = { ...MATRIX, flow, questions: MATRIX.questions.toReversed() }
  await draw(null, flow)
  await act(async () => {})
  expect(cell(1, 0)?.getAttribute('aria-pressed')).toBe('true')
  expect(asked.slice(before.length)).toEqual(['/api/flows/flow/matrix'])
})

test('with the focus on a tick the keys of the open answer go on, and Space stays the tick’s', async () => {
  said = answerOf('B')
  await act(async () => cell(1, 0)?.click())
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(document.body.textContent).toContain('It rained on B.')
  })
  ticks()[0]?.focus()
  const takes = async (key: string) => {
    const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true })
    await act(async () => ticks()[0]?.dispatchEvent(event))
    return event.defaultPrevented
  }
  expect([await takes(' '), await takes('x'), await takes('4')]).toEqual([false, true, true])
})

const sounding = () => [...document.querySelectorAll('audio')].filter(({ paused }) => !paused)

test('the answer of a pressed cell plays, and begins no second time where it goes and comes back with the names', async () => {
  vi.stubGlobal('IntersectionObserver', undefined)
  said = answerOf('B')
  await act(async () => cell(1, 0)?.click())
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(sounding()).toHaveLength(1)
  })
  expect(document.body.textContent).toContain('It rained on B.')
  await callOtherwise()
  expect(document.querySelectorAll('audio')).toHaveLength(0)
  told = MATRIX
  await draw(null, FLOW)
  await vi.waitFor(async () => {
    await act(async () => {})
    expect(document.body.textContent).toContain('It rained on B.')
  })
  expect(sounding()).toHaveLength(0)
})

const pressed = () => document.querySelector<HTMLElement>('[data-cell][aria-pressed="true"]')
const strip = () => document.querySelector('section[aria-label="Answer"]')
const press = (key: string) =>
  act(
    async () =>
      void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  )

test('the answer below is closed by its button and by Escape, and the focus is on its cell again', async () => {
  said = answerOf('Wendell')
  for (const close of [
    () => act(async () => document.querySelector<HTMLElement>('[aria-label="Close the answer"]')?.click()),
    () => press('Escape'),
  ]) {
    await act(async () => cell(1, 0)?.click())
    await vi.waitFor(() => expect(strip()).not.toBeNull())
    await close()
    expect(strip()).toBeNull()
    expect(cell(1, 0)?.getAttribute('aria-pressed')).toBe('false')
    await vi.waitFor(() => expect(document.activeElement).toBe(cell(1, 0)))
  }
})

test('J, K, N and P lead from the answer that is open to the others', async () => {
  said = answerOf('Wendell')
  await act(async () => cell(0, 0)?.click())
  for (const [key, row, column] of [
    ['j', 1, 0],
    ['n', 1, 1],
    ['k', 0, 1],
    ['p', 0, 0],
    ['p', 0, 0],
  ] as const) {
    await press(key)
    expect(pressed(), key).toBe(cell(row, column))
  }
})
