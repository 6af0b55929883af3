import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const [ada, grace] = ['ada', 'grace']
let local: Storage
let tab: Storage
beforeEach(() => {
  local = givenStorage()
  tab = givenStorage()
})
afterEach(() => vi.unstubAllGlobals())

function givenStorage(): Storage {
  const texts = new Map<string, string>()
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    key: (index) => [...texts.keys()][index] ?? null,
    clear: () => texts.clear(),
    get length() {
      return texts.size
    },
  }
}

const blocked = () => {
  throw new DOMException('The browser blocks its storage.', 'SecurityError')
}

/** A page that the server drew for this member, or for a stranger: nothing of another page is in its memory. */
async function openPage(memberId: string | null) {
  vi.resetModules()
  const dataset = { memberId, memberEmail: `${memberId}@example.com` }
  vi.stubGlobal('document', { querySelector: () => memberId && { dataset } })
  return {
    ...(await import('./kept')),
    ...(await import('./kept-keys')),
    ...(await import('./candidates/place/kept-places')),
    ...(await import('./palette/recent')),
    ...(await import('./notes/drafts')),
    ...(await import('./notes/unsent-notes')),
    ...(await import('./transcript/correction-draft')),
    ...(await import('./draw-anew')),
    ...(await import('./player/kept-rate')),
    ...(await import('./shortcuts-setting')),
  }
}
type Page = Awaited<ReturnType<typeof openPage>>

function givenBrowser(of: { localStorage: () => Storage; sessionStorage: () => Storage }) {
  const window = { location: { reload: vi.fn() } }
  for (const [name, get] of Object.entries(of)) Object.defineProperty(window, name, { get })
  vi.stubGlobal('window', window)
  return window
}

const keysOf = (storage: Storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')

/** All that a page keeps, and all that it finds. */
function useEverything(page: Page, memberId: string) {
  page.keepRate(1.5)
  page.shortcutsOff.set(true)
  page.rememberOpened('i1')
  page.keepPlace('q=night', { rows: 80, top: 400 })
  page.storePlaces()
  page.rememberVisited('q=night', 'i1')
  const drafts = new page.Drafts(`${page.memberKey('draft', memberId)} i1`)
  drafts.keep('new', { body: 'Half a thought', about: null })
  return () => ({
    rate: page.readRate(),
    off: page.shortcutsOff.get(),
    recent: page.recentIds(),
    place: page.keptPlace('q=night'),
    draft: drafts.find('new')?.body,
    visited: page.takeVisited('q=night'),
  })
}

const NOTHING = { rate: 1, off: false, recent: [], place: { rows: 0, top: 0 }, draft: undefined, visited: null }

test('what a page keeps is found by the next one of the same member, and by no other', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(ada), ada)
  const later = await openPage(ada)
  expect([later.recentIds(), later.keptPlace('q=night')]).toEqual([['i1'], { rows: 80, top: 400 }])

  const others = await openPage(grace)
  expect([others.recentIds(), others.keptPlace('q=night'), others.takeVisited('q=night')]).toEqual([
    [],
    NOTHING.place,
    null,
  ])
  expect([others.hasUnsentWriting(grace), others.hasUnsentWriting(ada)]).toEqual([false, true])
})

test('a sign-out leaves what is the device’s, and what is unsent if that is wanted; the page keeps nothing after it', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(grace), grace)
  const page = await openPage(ada)
  useEverything(page, ada)
  page.forgetMember(ada, { keepWriting: true })
  page.storePlaces()
  page.rememberOpened('i2')
  const adas = () => [...keysOf(local), ...keysOf(tab)].filter((key) => key.includes(ada))
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
  const leave = async (leaver: string, keepWriting: boolean) =>
    (await openPage(leaver)).forgetMember(leaver, { keepWriting })
  return { write, heard, leave }
}

/** Writes all that a member can write, and leaves traces; so again with every call. */
function givenWriting(page: Page, memberId: string) {
  const drafts = new page.Drafts(`${page.memberKey('draft', memberId)} i1`)
  const unsent = new page.UnsentNotes(page.memberKey('unsent', memberId), page.kept)
  const correction = new page.CorrectionDraft('i1', { segment: 0, from: 0, to: 4 })
  const draft = { parentId: null, at: 1, quote: null, body: 'A note' }
  const write = () => {
    drafts.keep('new', { body: 'Half a thought', about: null })
    unsent.keep({ interviewId: 'i1', id: 'n1', version: 'v1', writtenAt: '2026-01-01T00:00:00.000Z', draft })
    correction.keep('Grace')
    page.rememberOpened('i1')
    page.rememberVisited('q=night', 'i1')
    page.storePlaces()
  }
  write()
  return write
}

const kindsOf = (...storages: Storage[]) => {
  const keys = storages.flatMap(keysOf).toSorted()
  return keys.map((key) => key.split(' ')[0])
}
const WRITTEN = ['debrief-correction', 'debrief-draft', 'debrief-unsent']
const TRACES = ['debrief-places', 'debrief-recent', 'debrief-visited']

test('what a sign-out discards is discarded in the other tabs, whatever they go on to keep', async () => {
  const { write, heard, leave } = await givenTwoTabs(ada)
  expect(kindsOf(local, tab)).toEqual([...WRITTEN, ...TRACES].toSorted())
  await leave(ada, false)
  expect(heard).toHaveBeenCalledOnce()
  write()
  expect(kindsOf(local, tab)).toEqual([])
})

test('what a sign-out keeps the other tabs go on keeping, and no trace beside it', async () => {
  const { write, heard, leave } = await givenTwoTabs(ada)
  await leave(ada, true)
  expect(heard).toHaveBeenCalledOnce()
  local.clear()
  write()
  expect(kindsOf(local, tab)).toEqual(WRITTEN)
})

test('a tab hears of no other member’s sign-out', async () => {
  const { write, heard, leave } = await givenTwoTabs(ada)
  await leave(grace, false)
  expect(heard).not.toHaveBeenCalled()
  local.clear()
  write()
  expect(kindsOf(local, tab)).toEqual([...WRITTEN, ...TRACES].toSorted())
})

test('a tab forgets where others were in it, and what an earlier version kept for nobody in particular', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(ada), ada)
  for (const key of ['debrief-recent', 'another site’s']) local.setItem(key, 'i9')
  const page = await openPage(grace)
  useEverything(page, grace)
  page.forgetOthers(grace)
  expect(keysOf(tab)).toEqual(['debrief-places grace', 'debrief-visited grace'])
  expect(keysOf(local)).not.toContain('debrief-recent')
  expect(keysOf(local)).toEqual(expect.arrayContaining(['another site’s', 'debrief-draft ada i1 new']))

  page.forgetOthers(null)
  expect(keysOf(tab)).toEqual([])
})

test('where the browser blocks its storage a page finds nothing kept, and nothing fails', async () => {
  givenBrowser({ localStorage: blocked, sessionStorage: blocked })
  const page = await openPage(ada)
  const found = useEverything(page, ada)
  // Within the page it is known all the same.
  expect(found()).toEqual({ ...NOTHING, place: { rows: 80, top: 400 } })
  page.forgetMember(ada, { keepWriting: false })
  page.forgetOthers(null)
  expect((await openPage(ada)).keptPlace('q=night')).toEqual(NOTHING.place)
})

test('whatever stands under the keys of a page, it finds nothing or something of the right kind', async () => {
  givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  useEverything(await openPage(ada), ada)
  const spoilt = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('[["q=night",{"rows":"many"}]]', '[["q=night"]]', '[[]]'),
  )
  await fc.assert(
    fc.asyncProperty(spoilt, async (text) => {
      for (const storage of [local, tab]) for (const key of keysOf(storage)) storage.setItem(key, text)
      const page = await openPage(ada)
      const { rows, top } = page.keptPlace('q=night')
      expect([typeof rows, typeof top]).toEqual(['number', 'number'])
      expect(page.readRate()).not.toBeNaN()
      expect(page.recentIds().every((id) => typeof id === 'string')).toBe(true)
      expect(['string', 'object']).toContain(typeof page.takeVisited('q=night'))
      new page.Drafts(`${page.memberKey('draft', ada)} i1`).find('new')
      page.formerMember()
    }),
    { numRuns: 50 },
  )
})

test('a tab that is drawn anew says for whom it was, and whether something of theirs is kept', async () => {
  const window = givenBrowser({ localStorage: () => local, sessionStorage: () => tab })
  const page = await openPage(ada)
  useEverything(page, ada)
  page.drawAnew()
  expect(window.location.reload).toHaveBeenCalledOnce()
  expect((await openPage(grace)).formerMember()).toEqual({ email: 'ada@example.com', keepsWriting: true })
  expect((await openPage(grace)).formerMember()).toBeNull()
})

test('where nothing can be kept a tab is not drawn anew by itself: somebody may have something to copy', async () => {
  const window = givenBrowser({ localStorage: blocked, sessionStorage: () => tab })
  const page = await openPage(ada)
  page.drawAnew()
  expect(window.location.reload).not.toHaveBeenCalled()
  expect(page.stuck.get()).toBe(true)
})
