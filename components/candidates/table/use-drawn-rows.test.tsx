// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { FIRST_ROWS } from './first-rows'
import { useDrawnRows } from './use-drawn-rows'

const drawn: number[] = []
let place: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  drawn.length = 0
  place = document.createElement('main')
})

function Rows() {
  const rows = useDrawnRows()
  drawn.push(rows)
  return rows
}

test('the first rows are drawn by the server and as the page comes alive, then all', async () => {
  place.innerHTML = renderToString(<Rows />)
  expect(place.textContent).toBe(String(FIRST_ROWS))
  drawn.length = 0
  const root = await act(async () => hydrateRoot(place, <Rows />))
  expect(drawn[0]).toBe(FIRST_ROWS)
  expect(place.textContent).toBe('Infinity')
  await act(async () => root.unmount())
})

test('in a page that is alive all are drawn at once', async () => {
  const root = createRoot(place)
  await act(async () => root.render(<Rows />))
  expect(new Set(drawn)).toEqual(new Set([Infinity]))
  await act(async () => root.unmount())
})
