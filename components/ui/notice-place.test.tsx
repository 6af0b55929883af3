// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notice, NoticePlace } from './notice-place'

let root: Root
let isNarrow = true
beforeEach(() => {
  isNarrow = true
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: query.includes('<') === isNarrow }),
  )
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

/** One page takes the place of another, each with something docked or without, and with a panel or without. */
const draw = (page: string, isDocked: boolean, hasPanel = false) =>
  act(async () =>
    root.render(
      <>
        {isDocked && (
          <footer key={page} id={page}>
            <NoticePlace at="foot" />
          </footer>
        )}
        {hasPanel && (
          <aside>
            <NoticePlace at="panel" />
          </aside>
        )}
        <Notice role="status" docked="docked" floating="floating">
          Hire for Ingrid
        </Notice>
      </>,
    ),
  )
const said = () => {
  const notice = document.querySelector('[role=status]')
  return {
    text: notice?.textContent,
    within: notice?.closest('footer')?.id,
    inPanel: notice?.closest('aside') !== null,
    look: notice?.className.split(' ').at(-1),
  }
}

test('on a phone a notice stands in what is docked there, on the next page too, and floats where nothing is', async () => {
  await draw('first', true)
  expect(said()).toEqual({ text: 'Hire for Ingrid', within: 'first', inPanel: false, look: 'docked' })
  await draw('second', true)
  expect(said()).toEqual({ text: 'Hire for Ingrid', within: 'second', inPanel: false, look: 'docked' })
  await draw('second', false)
  expect(said()).toEqual({ text: 'Hire for Ingrid', within: undefined, inPanel: false, look: 'floating' })
})

test('on a wide page it floats, whatever is docked where that is narrow', async () => {
  isNarrow = false
  await draw('first', true)
  expect(said()).toEqual({ text: 'Hire for Ingrid', within: undefined, inPanel: false, look: 'floating' })
})

test('on a wide page with a panel it stands at the foot of that, and floats on the next without one', async () => {
  isNarrow = false
  await draw('first', true, true)
  expect(said()).toEqual({ text: 'Hire for Ingrid', within: undefined, inPanel: true, look: 'docked' })
  await draw('second', true, false)
  expect(said()).toEqual({ text: 'Hire for Ingrid', within: undefined, inPanel: false, look: 'floating' })
})

test('on a phone it stands in no panel, which is not shown there', async () => {
  await draw('first', false, true)
  expect(said()).toEqual({ text: 'Hire for Ingrid', within: undefined, inPanel: false, look: 'floating' })
})
