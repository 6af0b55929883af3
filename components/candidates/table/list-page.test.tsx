import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { ListPage } from './list-page'
import type { ReadPage } from './loaded-list'
import { candidateLabel } from '../identity/candidate-label'
import { calledBy, ordinalsOf } from './ordinals'

const reported = vi.fn()
beforeEach(() => {
  reported.mockReset()
  vi.stubGlobal('reportError', reported)
})

const row = (id: string) => interviewRowWith({ id, candidate: { name: `Candidate ${id}`, email: null } })

function draw(page: Partial<ReadPage>, drawn = Infinity): string {
  return renderToStaticMarkup(
    <table>
      <ListPage
        page={{ items: [], moments: {}, reasons: {}, attempts: {}, ...page }}
        ordinals={ordinalsOf([{ items: page.items ?? [] }])[0] ?? ''}
        drawn={drawn}
        isWide={false}
        columns={['candidate', 'flow', 'seen']}
        search=""
        now={Date.parse('2026-11-25T13:00:00Z')}
      />
    </table>,
  )
}

test('an interview may be called like anything that every object has', () => {
  const ids = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', 'isPrototypeOf']
  const html = draw({ items: ids.map((id) => row(id)) })
  for (const id of ids) expect(html).toContain(`Candidate ${id}`)
  expect(reported).not.toHaveBeenCalled()
})

test('a row that cannot be drawn costs only itself and leaves the way to its interview', () => {
  const html = draw({ items: [row('one'), { ...row('two'), candidate: null as never }, row('three')] })
  expect(html).toContain('Candidate one')
  expect(html).toContain('Candidate three')
  expect(html).toContain('href="/candidates/two" data-row="">This row could not be drawn')
  expect(reported).toHaveBeenCalledOnce()
})

test('while not all rows are drawn there is room for the others', () => {
  const items = ['one', 'two', 'three'].map((id) => row(id))
  expect(draw({ items }, 2)).toMatch(/^<table><tbody [^>]*data-part=""[^>]*--rows:3/)
  expect(draw({ items }, 2).match(/<tr/g)).toHaveLength(2)
  expect(draw({ items }, 3)).not.toContain('data-part')
})

test('where what was found cannot be marked the text stands unmarked', () => {
  const spoilt = 7 as never
  const html = draw({ items: [row('one')], reasons: { one: { name: spoilt, flow: spoilt } } })
  expect(html).toContain('Candidate one')
  expect(html).toContain('Engineers')
})

test('a note that answers a search is a line with whose it is, and leads to it', () => {
  const author = { id: 'ada', email: 'ada@example.com', name: 'Ada Byron' }
  const note = { id: 'n1', author, text: 'Fewer than four.', matches: [{ from: 0, to: 5 }] }
  const html = draw({ items: [row('one')], reasons: { one: { notes: [note, { ...note, id: 'n2' }] } } })
  expect(html.match(/>Note, Ada Byron</g)).toHaveLength(2)
  expect(html).toContain('href="/candidates/one#note-n1"')
  expect(html).toContain('<mark>Fewer</mark>')
  expect(reported).not.toHaveBeenCalled()
})

const named = (name: string | null) => interviewRowWith({ id: crypto.randomUUID(), candidate: { name, email: null } })

test('no two links of a list are called alike, whatever candidates are called, and a page keeps its names as others come', () => {
  const first = { items: [named('Ada'), named(null), named('Ada')] }
  const second = { items: [named(null), named('Ada'), named('Grace')] }
  const called = ordinalsOf([first, second]).map((ordinals, page) =>
    ordinals.split(' ').map((ordinal, index) => {
      const candidate = [first, second][page]?.items[index]?.candidate
      return candidate && calledBy(candidateLabel(candidate), Number(ordinal))
    }),
  )
  expect(new Set(called.flat()).size).toBe(6)
  expect(called[0]).toEqual(['Ada', 'Unnamed candidate', 'Ada, interview 2'])
  expect(ordinalsOf([first])).toEqual(ordinalsOf([first, second]).slice(0, 1))
  expect(draw(first)).toContain('Ada<span class="sr-only">, interview 2</span></a>')
})
