import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Random } from '../../sandbox/synthetic/random'
import type { Replicas } from './replicas'

/** Milliseconds, as the app's own pages poll. */
const POLL = { news: 15_000, room: 15_000, freshness: 20_000, mentions: 60_000, queue: 60_000 }
/** Milliseconds that somebody stays with a list, and with a candidate. */
const STAY = { list: [20_000, 60_000], candidate: [60_000, 240_000] } as const
const HEARD_EVERY_MS = 15_000
/** Milliseconds within which all of them come to work. */
export const ARRIVAL_MS = 120_000
/** Milliseconds between two answers that typing asks for. */
const TYPING_MS = 400
const FIRST_BYTES = 262_143

export type Seen = { candidates: string[]; recorded: string[]; words: string[] }
const list = z.object({ nextCursor: z.string().nullable() })
const told = z.object({ asOf: z.string() })

type Who = { cookie: string; random: Random; seen: Seen }

type Poll = [number, () => Promise<unknown>]

/** One member's browser: a list, a search in it, a candidate who is read and heard, and so on until the signal. */
export async function visit(replicas: Replicas, { cookie, random, seen }: Who, stopped: AbortSignal) {
  const ask = (path: string, more: { method?: string; body?: unknown; headers?: Record<string, string> } = {}) =>
    replicas.ask(path, { cookie, ...more })
  const rest = (ms: number) => pause(ms, undefined, { signal: stopped }).catch(() => {})
  const shell: Poll[] = [
    [POLL.freshness, () => ask('/api/freshness')],
    [POLL.mentions, () => ask('/api/mentions')],
    [POLL.queue, () => ask('/api/review/queue')],
  ]
  /** What a page asks for again and again while somebody stays on it. */
  const stay = async ([least, most]: readonly [number, number], polls: Poll[], meanwhile = async () => {}) => {
    const left = new AbortController()
    const over = AbortSignal.any([left.signal, stopped])
    const polled = [...shell, ...polls].map(([ms, poll]) => every(ms, poll, over))
    await Promise.all([meanwhile(), rest(random.whole(least, most))])
    left.abort()
    await Promise.all(polled)
  }

  await rest(random.whole(0, ARRIVAL_MS))
  const first = await ask('/api/interviews?total=bounded')
  // That they got no further is among the failures.
  if (first === null) return
  const { nextCursor } = list.parse(JSON.parse(first))
  let { asOf: since } = told.parse(JSON.parse(first))
  const news = async () => {
    const asked = new URLSearchParams({ total: 'bounded', since, cursor: nextCursor ?? '' })
    const answer = await ask(`/api/interviews/news?${asked}`)
    if (answer !== null) since = told.parse(JSON.parse(answer)).asOf
  }
  const browse = async () => {
    await ask('/candidates', { headers: { rsc: '1' } })
    await stay(STAY.list, [[POLL.news, news]], search)
  }
  const search = async () => {
    const word = random.pick(seen.words)
    for (let typed = 3; typed <= word.length && !stopped.aborted; typed += 2) {
      await rest(TYPING_MS)
      await ask(`/api/interviews?total=bounded&q=${encodeURIComponent(word.slice(0, typed))}`)
    }
  }
  const candidate = async () => {
    const isRecorded = random.next() < 0.5
    const id = random.pick(isRecorded ? seen.recorded : seen.candidates)
    const path = `/api/interviews/${id}`
    await ask(`/candidates/${id}`, random.next() < 0.8 ? { headers: { rsc: '1' } } : {})
    await Promise.all(['words', 'notes', 'votes', 'heard', 'read'].map((part) => ask(`${path}/${part}`)))
    const hear = async () => {
      await ask(`${path}/recording/audio`, { headers: { range: `bytes=0-${FIRST_BYTES}` } })
      for (let at = 0; at < 4 && !stopped.aborted; at++) {
        await rest(HEARD_EVERY_MS)
        await ask(`${path}/heard`, { method: 'POST', body: { spans: [{ start: at * 10, end: at * 10 + 9 }] } })
      }
    }
    const room: Poll[] = [
      [POLL.room, () => ask(`${path}/notes`)],
      [POLL.room, () => ask(`${path}/votes`)],
    ]
    await stay(STAY.candidate, room, isRecorded ? hear : undefined)
  }

  while (!stopped.aborted) {
    await browse()
    if (!stopped.aborted) await candidate()
  }
}

async function every(ms: number, poll: () => Promise<unknown>, until: AbortSignal) {
  for (;;) {
    await pause(ms, undefined, { signal: until }).catch(() => {})
    if (until.aborted) return
    await poll()
  }
}
