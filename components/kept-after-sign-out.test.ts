import { expect, test, vi } from 'vitest'
import { ada, givenBrowser, grace, keysOf, local, openPage, tab, useEverything, type Page } from './testing/kept-page'

const adas = () => [...keysOf(local), ...keysOf(tab)].filter((key) => key.includes(ada))

test('a sign-out leaves what is the device’s, and what is unsent if that is wanted; the page keeps nothing after it', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(grace), grace)
  const page = await openPage(ada)
  useEverything(page, ada)
  page.forgetMember(ada, { keepWriting: true })
  page.storePlaces()
  page.rememberOpened('i2')
  expect(adas()).toEqual(['debrief-draft ada i1 new'])
  expect(page.countKept('draft', ada)).toBe(1)

  page.forgetMember(ada, { keepWriting: false })
  expect(adas()).toEqual([])
  expect(keysOf(local).toSorted()).toEqual([
    'debrief-draft grace i1 new',
    'debrief-keys',
    'debrief-rate',
    'debrief-recent grace',
  ])
})

/** Two tabs of one browser; the one that stays hears, as browsers tell of it, what is kept and dropped. */
async function givenTwoTabs(memberId: string) {
  const hearing = new EventTarget()
  const told = (key: string, newValue: string | null) =>
    void hearing.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }))
  const setItem = local.setItem.bind(local)
  const removeItem = local.removeItem.bind(local)
  local.setItem = (key, text) => void [setItem(key, text), told(key, text)]
  local.removeItem = (key) => void [removeItem(key), told(key, null)]
  const window = givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  Object.assign(window, { addEventListener: hearing.addEventListener.bind(hearing) })

  const staying = await openPage(memberId)
  const write = givenWriting(staying, memberId)
  const heard = vi.fn()
  staying.onForgotten(memberId, heard, new AbortController().signal)
  return { write, heard }
}

async function leave(leaver: string, keepWriting: boolean) {
  const page = await openPage(leaver)
  page.forgetMember(leaver, { keepWriting })
}

/** Writes all that a member can write, and leaves traces; so again with every call. */
function givenWriting(page: Page, memberId: string) {
  const drafts = new page.Drafts(`${page.memberKey('draft', memberId)} i1`)
  const unsent = new page.UnsentNotes(page.memberKey('unsent', memberId), page.kept)
  const correction = new page.KeptCorrection('i1', { segment: 0, from: 0, to: 4 })
  const votes = new page.UnsentVotes(page.memberKey('vote', memberId), page.kept)
  const wish = { vote: 'hire', reason: null } as const
  const draft = { parentId: null, at: 1, quote: null, body: 'A note' }
  const write = () => {
    drafts.keep('new', { body: 'Half a thought', about: null })
    unsent.keep({ interviewId: 'i1', id: 'n1', version: 'v1', writtenAt: '2026-01-01T00:00:00.000Z', draft })
    correction.keep('Grace')
    votes.keep({ interviewId: 'i 1', wish, replaces: null, sent: [], writtenAt: '2026', version: 'v1' })
    page.rememberOpened('i1')
    page.rememberVisited('q=night', 'i1')
    page.storePlaces()
    page.trail.leave({ id: 'i1', name: 'Ingrid', vote: 'hire' }, 'i2')
  }
  write()
  return write
}

const kindsOf = (...storages: Storage[]) => {
  const keys = storages.flatMap(keysOf).toSorted()
  return keys.map((key) => key.split(' ')[0])
}
const WRITTEN = ['debrief-correction', 'debrief-draft', 'debrief-unsent', 'debrief-vote']
const TRACES = ['debrief-places', 'debrief-recent', 'debrief-trail', 'debrief-visited']

test('what a sign-out discards is discarded in the other tabs, whatever they go on to keep', async () => {
  const { write, heard } = await givenTwoTabs(ada)
  expect(kindsOf(local, tab)).toEqual([...WRITTEN, ...TRACES].toSorted())
  await leave(ada, false)
  expect(heard).toHaveBeenCalledOnce()
  write()
  expect(kindsOf(local, tab)).toEqual([])
})

test('what a sign-out keeps the other tabs go on keeping, and no trace beside it', async () => {
  const { write, heard } = await givenTwoTabs(ada)
  await leave(ada, true)
  expect(heard).toHaveBeenCalledOnce()
  local.clear()
  write()
  expect(kindsOf(local, tab)).toEqual(WRITTEN)
})

test('a tab hears of no other member’s sign-out', async () => {
  const { write, heard } = await givenTwoTabs(ada)
  await leave(grace, false)
  expect(heard).not.toHaveBeenCalled()
  local.clear()
  write()
  expect(kindsOf(local, tab)).toEqual([...WRITTEN, ...TRACES].toSorted())
})
