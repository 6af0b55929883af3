import { chromium, type Browser } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { CHROMIUM_ARGS, findChromium } from '../e2e/chromium'
import { browserCookies } from '../e2e/http-session'
import { db } from '../lib/db/client'
import { givenFlow } from '../lib/db/testing/interview'
import type { RibbonInterview } from '../lib/ribbon/interview'
import { GESTURES, type Gesture, type Times } from './feel/gestures'
import { TURNS } from './feel/hands'
import { reviewForAnHour } from './feel/hour'
import { feelDebrief } from './feel/on-debrief'
import { feelWholeList } from './feel/on-whole-list'
import { watchPages } from './feel/watch'
import { type Kept, serveWholeList } from './feel/whole-list'
import { type OnPostgres, onPostgres } from './on-postgres'
import { percentile } from './percentile'
import { corpusInterview, wordOfRank } from './search-corpus'
import { storeMade } from './store-made'

const INTERVIEWS = Number(process.env.BENCH_INTERVIEWS ?? 10_000)
const WORDS = Number(process.env.BENCH_WORDS ?? 1_500)
const FLOWS = 20
const VIEWPORT = { width: 1440, height: 900 }
/** Milliseconds on a machine that has other things to do. */
const PATIENCE_MS = 120_000
/** From words that most say to words that few do. */
const SEARCHED = Array.from({ length: TURNS }, (_, turn) => wordOfRank(Math.round(20 * 1.14 ** turn)))

/** What is done most in Chromium, on 10,000 interviews in PostgreSQL; against a page that fetches the whole list and keeps it. */
export function measureFeel() {
  return onPostgres(async (installation) => {
    const samples = await keptSamples(installation)
    for (let flow = 0; flow < FLOWS; flow++) await givenFlow({ id: `flow_${flow}`, title: `Night shift ${flow + 1}` })
    await storeMade(INTERVIEWS, silentInterview)
    await db().execute(sql`VACUUM ANALYZE`)
    const list = await serveWholeList({
      count: INTERVIEWS + samples.length,
      find: (index) => samples[index - INTERVIEWS] ?? keptOf(silentInterview(index)),
      indexOf: (id) => {
        const sample = samples.findIndex((one) => one.id === id)
        return sample < 0 ? Number(id.slice('bench_'.length)) : INTERVIEWS + sample
      },
    })
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
    try {
      const baseline = await feelWholeList(await enter(browser), {
        origin: list.origin,
        words: SEARCHED,
        playable: samples.map((_, index) => INTERVIEWS + index),
      })
      const page = await enter(browser)
      await page.context().addCookies(browserCookies(installation.cookie, installation.origin))
      const playable = samples.map(({ id }) => id)
      report(await feelDebrief(page, { origin: installation.origin, words: SEARCHED, playable }), baseline)
      reportHour(await reviewForAnHour(page, { origin: installation.origin, ids: playable }))
    } finally {
      await browser.close()
      list.stop()
    }
  })
}

/** Nothing that the local Ribbon would be asked about. */
function silentInterview(index: number): RibbonInterview {
  const interview = corpusInterview(index, { words: WORDS, flows: FLOWS })
  return { ...interview, state: 'ready', recordings: { audio: null, video: null } }
}

function keptOf({ id, candidate, generalScore, segments, words }: RibbonInterview): Kept {
  return { id, ...candidate, score: generalScore, segments, words, recording: null }
}

const listed = z.object({ items: z.array(z.object({ id: z.string() })) })
const interview = z.object({
  candidate: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  segments: z.array(z.object({ speaker: z.string(), text: z.string() })),
})
const upstream = z.object({ interview_data: z.object({ audio_url: z.string().nullable() }) })

/** The sample interviews that play and have words enough. */
async function keptSamples({ origin, sandbox, key, cookie }: OnPostgres): Promise<Kept[]> {
  const ask = async (url: string, headers: Record<string, string> = { cookie }) =>
    (await fetch(url, { headers })).json()
  const { items } = listed.parse(await ask(`${origin}/api/interviews?recording=yes&state=ready&limit=40`))
  const kept: Kept[] = []
  for (const { id } of items) {
    const { candidate, segments } = interview.parse(await ask(`${origin}/api/interviews/${id}`))
    const words = z.array(z.string()).parse(await ask(`${origin}/api/interviews/${id}/words`))
    const reply = await ask(`${sandbox}/be-api/v1/interviews/${id}`, { authorization: `Bearer ${key}` })
    const recording = upstream.parse(reply).interview_data.audio_url
    if (recording !== null && words.length > 8) kept.push({ id, ...candidate, score: null, segments, words, recording })
  }
  return kept
}

async function enter(browser: Browser) {
  const context = await browser.newContext({ viewport: VIEWPORT })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await watchPages(page)
  return page
}

function report(ours: Times, { times, readyMs }: { times: Times; readyMs: number }) {
  console.log(
    `\nWhat is done most, on ${INTERVIEWS} interviews, ${TURNS} turns each; the page with the whole list had it after ${readyMs} ms`,
  )
  console.table(
    GESTURES.map(({ name, aim }) => ({
      gesture: name,
      'aim ms': aim,
      'p50 ms': at(ours, name, 50),
      'p95 ms': at(ours, name, 95),
      'whole list p50 ms': times[name] ? at(times, name, 50) : null,
      'whole list p95 ms': times[name] ? at(times, name, 95) : null,
    })),
  )
}

function reportHour(interactions: number[]) {
  const at = (percent: number) => Math.round(percentile(interactions, percent))
  console.log(`\n${interactions.length} interactions of an hour of reviewing, until what was drawn next`)
  console.table([{ 'aim of p75 ms': 50, 'p75 ms': at(75), 'p98 ms': at(98), 'longest ms': at(100) }])
}

function at(times: Times, name: Gesture, percent: number): number {
  return Math.round(percentile(times[name] ?? [NaN], percent))
}
