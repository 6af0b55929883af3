// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Assigned } from '@/lib/assignments/assignment'
import { RequestFailed } from '../fetch-json'
import { AssignDialog } from './assign-dialog'

const ADA = { id: 'ada', email: 'ada@example.com', name: 'Ada' }
const REDATED = [{ assignmentIds: ['a3'], from: null, to: '2026-12-04' }]
const ASSIGNED: Assigned = { assignmentIds: ['a1', 'a2'], redated: REDATED, unfilled: 0, left: 0 }

let root: Root
let fails: boolean
let takenBack: unknown[]

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  ;[fails, takenBack] = [false, []]
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url !== '/api/assignments/withdrawn') return Response.json({})
    if (fails) throw new TypeError('Failed to fetch')
    takenBack.push(JSON.parse(init?.body as string))
    return Response.json({ withdrawn: ASSIGNED.assignmentIds.length })
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () =>
    root.render(
      <AssignDialog
        title="Assign"
        intro=""
        assignable={{ interviews: 2, unassigned: 2, members: [{ member: ADA, sees: 2, assigned: 0 }] }}
        failure={undefined}
        assign={async () => {
          if (fails) throw new RequestFailed('Debrief is not answering.', 'offline', null)
          return ASSIGNED
        }}
        unfilledBecause=""
        refresh={async () => {}}
        onClose={() => {}}
      />,
    ),
  )
  await act(async () => document.querySelector('input')?.click())
  await press('Assign')
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())
const isSaid = (words: RegExp) =>
  vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toMatch(words))

test('what was assigned can be taken back, and what got another day has the one before again', async () => {
  await isSaid(/^2 assigned. 1 had been .* due on another day now.Undo$/)
  await press('Undo')
  await isSaid(/^$/)
  expect(takenBack).toEqual([{ assignmentIds: ['a1', 'a2'], redated: REDATED }])
})

test.each(['Undo', 'Assign'])('it still can after %s has failed', async (failing) => {
  await isSaid(/^2 assigned. 1 had been .* due on another day now.Undo$/)
  fails = true
  await press(failing)
  await isSaid(/^Debrief is not answering.*2 assigned. 1 had been .*Undo$/)
  fails = false
  await press('Undo')
  await isSaid(/^$/)
  expect(takenBack).toEqual([{ assignmentIds: ['a1', 'a2'], redated: REDATED }])
})
