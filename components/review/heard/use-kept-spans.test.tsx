// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import useSWR, { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TimeSpan } from '@/lib/transcript/speech'
import { fetchJson } from '../../fetch-json'
import { swrKeys } from '../../swr-keys'
import { hasUnsent } from '../../unsent'
import { useKeptSpans } from './use-kept-spans'

const URL_OF_IT = '/api/interviews/one/read'
const SPAN = { start: 1, end: 2 }

let asked: string[]
let answer: (init?: RequestInit) => { status: number; body: object }
let kept: ReturnType<typeof useKeptSpans>
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  asked = []
  answer = () => ({ status: 200, body: [] })
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${url}`)
    const { status, body } = answer(init)
    return new Response(JSON.stringify(body), { status })
  })
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

function Room() {
  const spans = useKeptSpans(URL_OF_IT)
  useEffect(() => {
    kept = spans
  })
  return null
}

function List() {
  useSWR(swrKeys.news('state=ready'), () => fetchJson('/news'))
  return null
}

async function show(what: { room: boolean }) {
  root ??= createRoot(document.createElement('main'))
  await act(async () =>
    root.render(
      <SWRConfig value={{ provider: () => new Map(), shouldRetryOnError: false, dedupingInterval: 0 }}>
        {what.room && <Room />}
        <List />
      </SWRConfig>,
    ),
  )
}

beforeEach(async () => {
  root = createRoot(document.createElement('main'))
  await show({ room: true })
})

const tell = () => act(async () => kept.tell())
const sent = () => asked.filter((request) => request.startsWith('POST')).length

test('once something is kept, lists that are open are told how far their reader is now', async () => {
  await act(async () => kept.add(SPAN))
  asked = []
  await tell()
  await vi.waitFor(() => expect(asked).toEqual([`POST ${URL_OF_IT}`, 'GET /news']))
})

test('nothing is sent where nothing was added', async () => {
  await tell()
  expect(sent()).toBe(0)
})

test('what did not arrive is sent with the next, and shown meanwhile', async () => {
  answer = () => ({ status: 503, body: {} })
  await act(async () => kept.add(SPAN))
  await tell()
  expect(kept.spans).toEqual([SPAN])
  const bodies: TimeSpan[][] = []
  answer = (init) => {
    const { spans } = JSON.parse(init?.body as string) as { spans: TimeSpan[] }
    bodies.push(spans)
    return { status: 200, body: spans }
  }
  await act(async () => kept.add({ start: 5, end: 6 }))
  await tell()
  expect(bodies).toEqual([[SPAN, { start: 5, end: 6 }]])
})

test('what did not arrive counts as unsent until it has, and is sent after the page was left', async () => {
  answer = () => ({ status: 502, body: {} })
  await act(async () => kept.add(SPAN))
  await tell()
  expect(hasUnsent()).toBe(true)
  kept.tell()
  await show({ room: false })
  await vi.waitFor(() => expect(sent()).toBe(2))

  answer = () => ({ status: 200, body: [] })
  await act(async () => fetchJson('/news'))
  await vi.waitFor(() => expect(sent()).toBe(3))
  await vi.waitFor(() => expect(hasUnsent()).toBe(false))
})
