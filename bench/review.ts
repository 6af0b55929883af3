import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { chromium, type Browser, type Page } from '@playwright/test'
import { z } from 'zod'
import { CHROMIUM_ARGS, findChromium } from '../e2e/chromium'
import { signInOverHttp } from '../e2e/http-session'
import { MEMBERS, PASSWORD, startInstallation, type Installation } from '../e2e/installation'
import { wordsOf } from '../lib/transcript/words'
import { untilMirrored } from './mirrored'
import { percentile } from './percentile'
import { measurePlaying, measureRoom, type Figures, type Room } from './review/measure-room'
import { startBaselines, type Talk } from './review/baselines'

/** Enough that one of them is near the longest that there are. */
const INTERVIEWS = 40
const ROUNDS = 3

/** `playing` is milliseconds of the main thread per second of playback, above those of a page that only plays. */
type Measured = Figures & { playing: number }

const interview = z.object({ segments: z.array(z.object({ speaker: z.string(), text: z.string() })) })
const upstream = z.object({ interview_data: z.object({ audio_url: z.string() }) })

/** The candidate page on a long interview, against hyperaudio-lite and a page with a span for every word, in one Chromium. */
export async function measureReview() {
  const sandboxOptions = ['--samples', 'none', '--interviews', String(INTERVIEWS), '--seed', '1']
  const installation = await startInstallation({ sandboxOptions, env: { MIRROR_INTERVAL_SECONDS: '3600' } })
  const cookie = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  const id = await untilMirrored(installation.origin, cookie)
  const talk = await readTalk(installation, { id, cookie })
  const baselines = await startBaselines(talk)
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
  try {
    const url = `${installation.origin}/candidates/${id}`
    const rooms: Room[] = [
      {
        name: 'Debrief',
        url,
        prepare: signInOn(installation.origin),
        scroller: '[role=presentation]',
        word: '[data-segment] p',
      },
      { name: 'hyperaudio-lite', url: `${baselines.url}/hyperaudio`, scroller: null, word: 'span[data-m]' },
      { name: 'a span a word', url: `${baselines.url}/spans`, scroller: null, word: 'span[data-start]' },
    ]
    const bare: Room = { name: 'bare', url: `${baselines.url}/bare`, scroller: null, word: null }
    const [playingBare = NaN, ...playing] = await measureAllPlaying(browser, [bare, ...rooms])
    const figures: Record<string, Measured> = {}
    for (const [index, room] of rooms.entries()) {
      figures[room.name] = { ...(await measureRoom(browser, room)), playing: (playing[index] ?? NaN) - playingBare }
    }
    const words = talk.segments.reduce((sum, segment) => sum + segment.words.length, 0)
    report(words, figures, await sentKilobytes(installation.origin, { id, cookie }))
  } finally {
    await browser.close()
    await baselines.stop()
    await installation.stop()
  }
}

type Asked = { id: string; cookie: string }

async function readTalk({ origin, sandbox, key }: Installation, { id, cookie }: Asked): Promise<Talk> {
  const { segments } = interview.parse(await json(`${origin}/api/interviews/${id}`, { cookie }))
  const words = z.array(z.string()).parse(await json(`${origin}/api/interviews/${id}/words`, { cookie }))
  const reply = await json(`${sandbox}/be-api/v1/interviews/${id}`, { authorization: `Bearer ${key}` })
  return {
    audioUrl: upstream.parse(reply).interview_data.audio_url,
    segments: segments.map(({ text }, index) => ({
      words: wordsOf(words[index]).map(({ from, to, start, end }) => ({ text: text.slice(from, to), start, end })),
    })),
  }
}

function signInOn(origin: string) {
  return async (page: Page) => {
    await page.goto(`${origin}/sign-in`)
    await page.getByLabel('Email').fill(MEMBERS[0])
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/review/)
  }
}

/** In turn, since what else the machine does comes and goes; the medians of some rounds. */
async function measureAllPlaying(browser: Browser, rooms: Room[]): Promise<number[]> {
  const rounds: number[][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const measured: number[] = []
    for (const room of rooms) measured.push(await measurePlaying(browser, room))
    rounds.push(measured)
  }
  return rooms.map((_, index) =>
    percentile(
      rounds.map((measured) => measured[index] ?? NaN),
      50,
    ),
  )
}

/** The page, transcript and all, and the times of its words, as they are sent to a browser. */
async function sentKilobytes(origin: string, { id, cookie }: Asked): Promise<number> {
  const paths = [`/candidates/${id}`, `/api/interviews/${id}/words`]
  const sizes = await Promise.all(paths.map((path) => sentBytes(`${origin}${path}`, cookie)))
  return round(sizes.reduce((sum, size) => sum + size, 0) / 1000)
}

async function sentBytes(url: string, cookie: string): Promise<number> {
  const [answer] = (await once(get(url, { headers: { cookie, 'accept-encoding': 'gzip, br' } }), 'response')) as [
    IncomingMessage,
  ]
  return (await buffer(answer)).length
}

function report(words: number, figures: Record<string, Measured>, kilobytes: number) {
  console.log(`\nThe review room on an interview of ${words} words`)
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, f]) => [
        name,
        {
          elements: f.elements,
          'readable ms': round(f.readable),
          'main thread ms/s of playback': round(f.playing),
          'heap MB': round(f.heap),
          'click to seek ms': round(f.seeking),
          'longest task while scrolling ms': f.longestTask < 50 ? 'under 50' : round(f.longestTask),
        },
      ]),
    ),
  )
  const [ours, ...others] = Object.values(figures)
  if (!ours) return
  const ratio = (pick: (f: Measured) => number) => others.map((other) => round(pick(other) / pick(ours))).join(' and ')
  console.table([
    { against: 'hyperaudio-lite and spans', elements: `${ratio((f) => f.elements)} × fewer`, aim: '10' },
    { against: 'hyperaudio-lite and spans', elements: `${ratio((f) => f.playing)} × less main thread`, aim: '5' },
    { against: 'page and times as sent', elements: `${kilobytes} kB`, aim: '150' },
  ])
}

async function text(url: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}

async function json(url: string, headers: Record<string, string>): Promise<unknown> {
  return JSON.parse(await text(url, headers))
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
