// @vitest-environment happy-dom
import { act, useRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { shortcutsOff } from '../shortcuts-setting'
import { Selection } from './selection/selection'
import { useSelectionKeys } from './selection/use-selection-keys'
import { useListKeys } from './use-list-keys'

const IDS = ['one', 'two', 'three']
/** What of a row can have the focus: a pointer leaves it on each of them. */
const CONTROLS = ['link', 'tick', 'status', 'moment']

const selectAll = vi.fn()
const shortlist = vi.fn()
let selection: Selection
let root: Root

function List() {
  const list = useRef<HTMLTableElement>(null)
  useSelectionKeys({ list, selection, selectAll, clear: () => selection.clear(), shortlist })
  useListKeys(list)
  return (
    <table ref={list}>
      <tbody>
        {IDS.map((id) => (
          <tr key={id}>
            <td>
              <a href={`/${id}`} data-row={id} data-control="link">
                {id}
              </a>
              <input type="checkbox" aria-label={id} data-control="tick" />
            </td>
            <td>
              <button type="button" data-control="status">
                New
              </button>
              <ul>
                <li>
                  <a href={`/${id}?t=1`} data-control="moment">
                    0:01
                  </a>
                </li>
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  Object.assign(HTMLElement.prototype, { scrollIntoView: () => {} })
  shortcutsOff.set(false)
  selectAll.mockClear()
  shortlist.mockClear()
  selection = new Selection('')
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () => root.render(<List />))
})
afterEach(async () => {
  shortcutsOff.set(false)
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const controlOf = (row: number, name: string) =>
  document.querySelectorAll('tr')[row]?.querySelector<HTMLElement>(`[data-control=${name}]`)

function press(key: string, given: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...given })
  document.activeElement?.dispatchEvent(event)
  return event.defaultPrevented
}
const ticked = () => [...selection.ids()]

describe.each(CONTROLS)('with the focus on the %s of the second row', (name) => {
  beforeEach(() => controlOf(1, name)?.focus())

  test.each([
    ['j', 'three'],
    ['k', 'one'],
    ['Home', 'one'],
    ['End', 'three'],
  ])('%s goes to %s', (key, to) => {
    expect(press(key)).toBe(true)
    expect(document.activeElement).toBe(controlOf(IDS.indexOf(to), 'link'))
  })

  test('x ticks that row, Shift with j ticks on, s shortlists what is ticked, ⌘A takes all, Escape clears', () => {
    press('x')
    expect(ticked()).toEqual(['two'])
    press('s')
    expect(shortlist).toHaveBeenLastCalledWith(['two'])
    press('a', { metaKey: true })
    expect(selectAll).toHaveBeenCalledOnce()
    press('J', { shiftKey: true })
    expect(ticked()).toEqual(['two', 'three'])
    press('Escape')
    expect(ticked()).toEqual([])
  })

  test('Space stays what the control has it for', () => {
    expect(press(' ')).toBe(false)
  })

  test('without single keys Escape clears and ⌘A takes all, and a letter does nothing', () => {
    shortcutsOff.set(true)
    for (const key of ['x', 's', 'j']) expect(press(key)).toBe(false)
    expect([ticked(), shortlist.mock.calls]).toEqual([[], []])
    selection.set(['one'])
    expect(press('a', { ctrlKey: true })).toBe(true)
    expect(selectAll).toHaveBeenCalledOnce()
    expect(press('Escape')).toBe(false)
    expect(ticked()).toEqual([])
  })
})
