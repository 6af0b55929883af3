// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '@/lib/auth/permissions'
import { interviewRowWith } from '@/lib/interviews/testing/values'

const push = vi.fn()
let root: Root
/** The scripts of what comes later arrive. */
let bring: () => void

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  push.mockClear()
  // None that has come once can be held back again.
  vi.resetModules()
  const arrival = new Promise<void>((resolve) => (bring = resolve))
  vi.doMock('next/navigation', () => ({ useRouter: () => ({ push }) }))
  vi.doMock('./picked-bar', async () => {
    await arrival
    return { PickedBar: ({ refusal }: { refusal: string | null }) => refusal }
  })
  vi.doMock('./assign-picked', async () => {
    await arrival
    return { AssignPicked: ({ interviewIds }: { interviewIds: string[] }) => `Assign ${interviewIds.join()}` }
  })
  vi.doMock('../../exports/export-dialog', async () => {
    await arrival
    return { ExportDialog: ({ chosen }: { chosen: string[] }) => `Export ${chosen.join()}` }
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.doUnmock('next/navigation')
  vi.unstubAllGlobals()
})

async function draw(ids: string[], role: Role) {
  const { PickedRows } = await import('./picked-rows')
  await act(async () =>
    root.render(
      <PickedRows
        rows={ids.map((id) => interviewRowWith({ id }))}
        search=""
        role={role}
        pickable={{ most: 3, total: 3 }}
        onSelectAll={() => {}}
        onClear={() => {}}
      />,
    ),
  )
}
const press = (key: string) =>
  act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
const says = () => document.querySelector('main')?.textContent

const BLOCKED = '2 to 6 can be compared side by side, and 1 is selected.'
const CASES: { key: string; ids: string[]; role: Role; shows: string; goes?: boolean }[] = [
  { key: 'a', ids: ['one'], role: 'recruiter', shows: 'Assign one' },
  { key: 'e', ids: ['one'], role: 'recruiter', shows: 'Export one' },
  { key: 'c', ids: ['one'], role: 'recruiter', shows: BLOCKED },
  { key: 'a', ids: ['one', 'two'], role: 'recruiter', shows: 'Assign one,two' },
  { key: 'e', ids: ['one', 'two'], role: 'recruiter', shows: 'Export one,two' },
  { key: 'c', ids: ['one', 'two'], role: 'recruiter', shows: '', goes: true },
  { key: 'a', ids: ['one'], role: 'reviewer', shows: '' },
  { key: 'c', ids: ['one'], role: 'reviewer', shows: BLOCKED },
]

describe.each(['before', 'after'])('%s the script of the bar has come', (when) => {
  test.each(CASES)('$key of $ids by a $role: $shows', async ({ key, ids, role, shows, goes = false }) => {
    await draw(ids, role)
    if (when === 'after') await arrive()
    await press(key)
    expect(push).toHaveBeenCalledTimes(goes ? 1 : 0)
    await arrive()
    await vi.waitFor(async () => {
      await act(async () => {})
      expect(says()).toBe(shows)
    })
  })
})

/** And is drawn, as far as something asked for it. */
const arrive = () =>
  act(async () => {
    bring()
    await import('./picked-bar')
  })
