import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import { ListPage } from './list-page'
import type { ReadPage } from './loaded-list'

const reported = vi.fn()
beforeEach(() => {
  reported.mockReset()
  vi.stubGlobal('reportError', reported)
})

const row = (id: string) => interviewRowWith({ id, candidate: { name: `Candidate ${id}`, email: null } })

function draw(page: Partial<ReadPage>): string {
  return renderToStaticMarkup(
    <table>
      <ListPage
        page={{ items: [], moments: {}, reasons: {}, ...page }}
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

test('where what was found cannot be marked the text stands unmarked', () => {
  const spoilt = 7 as never
  const html = draw({ items: [row('one')], reasons: { one: { name: spoilt, flow: spoilt } } })
  expect(html).toContain('Candidate one')
  expect(html).toContain('Engineers')
})
