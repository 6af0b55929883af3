// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SelectionActions } from './candidates/selection/actions'
import { pickedActions } from './candidates/selection/picked-actions'
import { InvitePeople } from './invitations/invite-people'
import { ChoiceList } from './palette/choice-list'
import { shortcutsOff } from './shortcuts-setting'

let root: Root
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  shortcutsOff.set(false)
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  shortcutsOff.set(false)
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const INVITING = {
  roles: [],
  teams: [],
  flows: [],
  usualScope: 'all' as const,
  mayGiveEverything: true,
  sendsMail: false,
}
const CHOICE = { id: 'search', label: 'Search', key: '/', run: () => {} }
const SHOWN: [string, ReactNode][] = [
  [
    'what can be done with ticked rows',
    <SelectionActions key="" actions={pickedActions([], 'admin')} also={[]} onAct={() => {}} />,
  ],
  ['inviting', <InvitePeople key="" {...INVITING} />],
  [
    'the palette',
    <ChoiceList
      key=""
      groups={[{ title: 'Here', choices: [CHOICE] }]}
      active={undefined}
      onMark={() => {}}
      onChoose={() => {}}
    />,
  ],
]

const letters = () => document.querySelectorAll('kbd, [aria-keyshortcuts]').length

test.each(SHOWN)('%s names its single keys only while they are on', async (_, shown) => {
  await act(async () => root.render(shown))
  expect(letters()).toBeGreaterThan(0)
  await act(async () => shortcutsOff.set(true))
  expect(letters()).toBe(0)
})
