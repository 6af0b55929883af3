import { beforeEach, describe, expect, test, vi, type Mock } from 'vitest'
import { AHEAD_HEADER } from '@/lib/ahead-header'
import { connectivity } from '../connectivity'
import { PageRequests, type AwaitedPage } from './page-requests'

const page: AwaitedPage = { href: '/candidates/iv_1?q=night', how: 'push' }
const address = new URL('http://debrief/candidates/iv_1?q=night&_rsc=abc')
const drawn = () => new Response('0:{}', { headers: { 'content-type': 'text/x-component' } })
const broken = () =>
  new Response(
    new ReadableStream({
      start: (body) => {
        body.enqueue(new TextEncoder().encode('0:'))
        body.error(new TypeError('network'))
      },
    }),
  )

/** The ways in which nobody answers. */
const SILENCES: Record<string, () => Response> = {
  'no network': () => {
    throw new TypeError('Failed to fetch')
  },
  'a proxy that reaches nobody': () => new Response('Bad gateway', { status: 502 }),
  'a server that is starting': () => new Response('', { status: 503 }),
  'a proxy that has waited': () => new Response('', { status: 504 }),
  'an answer that breaks off': broken,
  'a database that is away': () => new Response('1:E{"digest":"database_unavailable"}\n'),
}

const ask = vi.fn<(input: RequestInfo | URL, init?: RequestInit) => Promise<Response>>()
let look: () => void
let pauses: (() => void)[]
let requests: PageRequests
let load: Mock<(href: string) => void>
beforeEach(() => {
  ask.mockReset()
  pauses = []
  const pause = () =>
    new Promise<void>((resolve) => {
      look = resolve
      pauses.push(resolve)
    })
  load = vi.fn()
  requests = new PageRequests({ ask, pause, patience: 20, load })
})

test('each page that is answered is told by its address, and one that fails is not', async () => {
  const told: string[] = []
  requests.onAnswer((href) => told.push(href))
  ask.mockImplementationOnce(async () => drawn()).mockImplementationOnce(async () => new Response('', { status: 404 }))
  await requests.answer(new URL('http://debrief/candidates/iv_1?queue=1&_rsc=abc'))
  await requests.answer(new URL('http://debrief/candidates/iv_2?_rsc=abc'))
  expect(told).toEqual(['/candidates/iv_1?queue=1'])
})

test('a page that is loaded ahead is asked for as one, once, and not where somebody goes to it', async () => {
  const isAhead = () => ask.mock.calls.map(([, init]) => new Headers(init?.headers).has(AHEAD_HEADER))
  ask.mockImplementation(async () => drawn())
  requests.loadAhead(page.href)
  await requests.answer(new URL('http://debrief/candidates/iv_2?_rsc=abc'), { headers: { rsc: '1' } })
  await requests.answer(address, { headers: { rsc: '1' } })
  await requests.answer(address, { headers: { rsc: '1' } })
  expect(isAhead()).toEqual([false, true, false])
  expect(new Headers(ask.mock.calls[1]?.[1]?.headers).get('rsc')).toBe('1')
  requests.loadAhead(page.href)
  requests.begin(page)
  await requests.answer(address)
  expect(isAhead().at(-1)).toBe(false)
})

const HERE = '/candidates/iv_2'
const hereAsked = () => requests.answer(new URL(`http://debrief${HERE}?_rsc=abc`))
/** What the router asks for that nobody goes to. */
const ASIDE: Record<string, () => void> = {
  'loaded ahead': () => {
    requests.loadAhead(HERE)
    void hereAsked()
  },
  'drawn anew': () => void hereAsked(),
}

describe.each(Object.entries(ASIDE))('what is %s', (_, askAside) => {
  test.each(['before', 'after'])(
    '%s the page that somebody goes to leaves it awaited until it is there',
    async (when) => {
      ask.mockImplementation(async () => new Response('Bad gateway', { status: 502 }))
      requests.begin(page)
      if (when === 'before') askAside()
      const answer = requests.answer(address)
      if (when === 'after') askAside()
      await vi.waitFor(() => expect(requests.getAwaited()).toEqual(page))
      ask.mockImplementation(async () => drawn())
      pauses.forEach((end) => end())
      await expect((await answer).text()).resolves.toBe('0:{}')
      expect(requests.getAwaited()).toBeNull()
    },
  )
})

const hasEnded = (answer: Promise<unknown>) =>
  Promise.race([answer.then(() => true), new Promise((resolve) => setImmediate(() => resolve(false)))])

async function untilAnswered(answer: Promise<Response>) {
  ask.mockImplementation(async () => drawn())
  await vi.waitFor(async () => {
    pauses.forEach((end) => end())
    expect(await hasEnded(answer)).toBe(true)
  })
  return (await answer).text()
}

describe('a page that is still being loaded ahead', () => {
  const href = HERE + '?queue=1'
  const loadAhead = () => {
    requests.loadAhead(href)
    return requests.answer(new URL(`http://debrief${href}&_rsc=abc`))
  }

  test('comes wherever somebody goes meanwhile, since the router waits for it', async () => {
    ask.mockImplementation(async () => new Response('Bad gateway', { status: 502 }))
    const answer = loadAhead()
    await vi.waitFor(() => expect(pauses).toHaveLength(1))
    requests.begin(page)
    await expect(untilAnswered(answer)).resolves.toBe('0:{}')
  })

  test.each<[string, (() => Response) | null]>([...Object.entries(SILENCES), ['no answer at all', null]])(
    'with %s is awaited by who goes there, though the router asks for nothing else',
    async (_, silence) => {
      const late = new EventTarget()
      const never = () => new Promise<Response>((resolve) => late.addEventListener('answer', () => resolve(drawn())))
      ask.mockImplementation(async () => (silence ? silence() : never()))
      const answer = loadAhead()
      if (silence) await vi.waitFor(() => expect(pauses).toHaveLength(1))
      expect(requests.getAwaited()).toBeNull()
      const gone: AwaitedPage = { href, how: 'push' }
      requests.begin(gone)
      pauses.forEach((end) => end())
      await vi.waitFor(() => expect(requests.getAwaited()).toEqual(gone))
      requests.begin(page)
      expect(requests.getAwaited()).toBeNull()
      requests.begin(gone)
      await vi.waitFor(() => {
        pauses.forEach((end) => end())
        expect(requests.getAwaited()).toEqual(gone)
      })
      late.dispatchEvent(new Event('answer'))
      await untilAnswered(answer)
      expect(requests.getAwaited()).toBeNull()
    },
  )

  test.each([404, 500])(
    'and is answered by %s is loaded as a document where somebody has gone there',
    async (status) => {
      const answers: ((response: Response) => void)[] = []
      ask.mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
      const fail = () => answers.splice(0).forEach((answer) => answer(new Response('told', { status })))
      const before = loadAhead()
      fail()
      expect((await before).status).toBe(status)
      const meanwhile = loadAhead()
      requests.begin({ href, how: 'push' })
      requests.begin(page)
      fail()
      await meanwhile
      expect(load).not.toHaveBeenCalled()
      const answer = loadAhead()
      requests.begin({ href, how: 'push' })
      fail()
      await answer
      expect(load.mock.calls).toEqual([[href]])
    },
  )
})

const untilAwaited = () => vi.waitFor(() => expect(requests.getAwaited()).not.toBeNull())

test.each(Object.entries(SILENCES))(
  'with %s the page stays awaited, and comes once somebody answers',
  async (name, silence) => {
    ask.mockImplementationOnce(async () => silence()).mockImplementationOnce(async () => silence())
    ask.mockImplementation(async () => drawn())
    requests.begin(page)
    const answer = requests.answer(address)
    await untilAwaited()
    expect(requests.getAwaited()).toEqual(page)
    expect(connectivity.get().is).toBe(name === 'a database that is away' ? 'out' : 'silent')
    look()
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
    expect(await hasEnded(answer)).toBe(false)
    await vi.waitFor(() => {
      look()
      expect(ask).toHaveBeenCalledTimes(3)
    })
    await expect((await answer).text()).resolves.toBe('0:{}')
    expect(requests.getAwaited()).toBeNull()
    expect(connectivity.get().is).toBe('online')
  },
)

test('what is answered is answered as it is, with where it came from, whatever its status', async () => {
  for (const status of [200, 404, 500]) {
    const response = Object.defineProperties(new Response('told', { status }), {
      url: { value: 'http://debrief/sign-in' },
      redirected: { value: true },
    })
    ask.mockResolvedValueOnce(response)
    const answer = await requests.answer(address)
    expect(answer).toMatchObject({ status, url: 'http://debrief/sign-in', redirected: true })
    await expect(answer.text()).resolves.toBe('told')
  }
})

test('a page that only speaks of an outage is a page', async () => {
  ask.mockResolvedValueOnce(new Response(JSON.stringify(['"digest":"database_unavailable"'])))
  await expect((await requests.answer(address)).text()).resolves.toContain('digest')
})

test('what was gone to before never comes, and is asked for no more, once something else was gone to', async () => {
  ask.mockRejectedValue(new TypeError('network'))
  requests.begin(page)
  const former = requests.answer(address)
  await untilAwaited()
  const lookAgain = look
  const other: AwaitedPage = { href: '/candidates/iv_2', how: 'push' }
  requests.begin(other)
  void requests.answer(new URL('http://debrief/candidates/iv_2?_rsc=abc'))
  await vi.waitFor(() => expect(requests.getAwaited()).toEqual(other))
  ask.mockClear()
  lookAgain()
  expect(await hasEnded(former)).toBe(false)
  expect(ask).not.toHaveBeenCalled()
})

test('a page that is given up is not asked for again', async () => {
  ask.mockRejectedValue(new TypeError('network'))
  requests.begin(page)
  const answer = requests.answer(address)
  await untilAwaited()
  requests.forget()
  expect(requests.getAwaited()).toBeNull()
  ask.mockClear()
  look()
  expect(await hasEnded(answer)).toBe(false)
  expect(ask).not.toHaveBeenCalled()
})

test('a page whose answer takes long is awaited until it is there', async () => {
  const late = new EventTarget()
  ask.mockReturnValueOnce(new Promise((resolve) => late.addEventListener('answer', () => resolve(drawn()))))
  requests.begin(page)
  const answer = requests.answer(address)
  expect(requests.getAwaited()).toBeNull()
  await untilAwaited()
  late.dispatchEvent(new Event('answer'))
  await answer
  expect(requests.getAwaited()).toBeNull()
})

test('what is only drawn anew is asked for again without a word', async () => {
  ask.mockRejectedValueOnce(new TypeError('network')).mockImplementation(async () => drawn())
  const answer = requests.answer(address)
  await vi.waitFor(() => expect(look).toBeTypeOf('function'))
  expect(requests.getAwaited()).toBeNull()
  await vi.waitFor(() => {
    look()
    expect(ask).toHaveBeenCalledTimes(2)
  })
  await expect((await answer).text()).resolves.toBe('0:{}')
})

test('whoever takes back what they asked for is told so', async () => {
  const signal = AbortSignal.abort(new Error('taken back'))
  ask.mockRejectedValue(new Error('taken back'))
  await expect(requests.answer(address, { signal })).rejects.toThrow('taken back')
})
