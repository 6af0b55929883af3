import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { CHROMIUM_ARGS, findChromium } from '../e2e/chromium'
import { browserCookies } from '../e2e/http-session'
import type { Viewer } from '../lib/auth/viewer'
import { findAnswers, findAnswersInSight, findMatrix, findSideBySide } from '../lib/compare/queries'
import { db } from '../lib/db/client'
import { givenViewer } from '../lib/db/testing/fixtures'
import { asId, givenFlow } from '../lib/db/testing/interview'
import type { RibbonInterview } from '../lib/ribbon/interview'
import { questionKey } from '../lib/transcript/question-key'
import { onPostgres } from './on-postgres'
import { percentile } from './percentile'
import { round } from './round'
import { corpusInterview } from './search-corpus'
import { storeMade } from './store-made'

const CANDIDATES = 300
const WORDS = 1_500
const QUESTIONS = Array.from({ length: 12 }, (_, index) => `Question ${index + 1}: what did you do on that day?`)
const KEYS = QUESTIONS.map((question) => questionKey(question))
const FLOW = 'flow_0'
const RUNS = 60
const VIEWPORT = { width: 1440, height: 900 }

/** A flow of 300 candidates and 12 questions, compared by the app's own queries and over HTTP on PostgreSQL; against its plain rows. */
export function measureCompare() {
  return onPostgres(async ({ origin, cookie }) => {
    await givenFlow({ id: FLOW, title: 'Nights', questions: QUESTIONS })
    await storeMade(CANDIDATES, answering)
    const viewer = await givenViewer({ role: 'admin' })
    await rate()
    await measureQueries(viewer, { origin, cookie })
    await measureScrolling(origin, cookie)
  })
}

/** Each turn of the agent asks the next question, as long as there are any; some were not asked all. */
function answering(index: number): RibbonInterview {
  const interview = corpusInterview(index, { words: WORDS, flows: 1 })
  const questions = QUESTIONS.slice(0, index % 10 === 0 ? 9 : 12).map((text, place) => {
    return { text, segments: [2 * place, 2 * place + 1], start: null, end: null }
  })
  return { ...interview, state: 'ready', questions }
}

/** By every member, half of all answers. */
async function rate() {
  await db().execute(sql`INSERT INTO ratings (interview_id, question_key, member_id, rating)
    SELECT a.interview_id, a.question_key, m.id, 1 + abs(hashtext(a.interview_id || m.email)) % 5
    FROM question_answers a JOIN interviews i ON i.id = a.interview_id CROSS JOIN members m
    WHERE i.flow_id = ${FLOW} AND hashtext(a.interview_id || a.question_key) % 2 = 0`)
  await db().execute(sql`VACUUM ANALYZE`)
}

type Told = () => Promise<string>

async function written(told: Promise<unknown>): Promise<string> {
  return JSON.stringify(await told)
}

async function measureQueries(viewer: Viewer, { origin, cookie }: { origin: string; cookie: string }) {
  const [key = ''] = KEYS.slice(4)
  const ids = Array.from({ length: 6 }, (_, index) => asId(`bench_${index + 1}`))
  const get = (path: string) => async () => (await fetch(origin + path, { headers: { cookie } })).text()
  const plainly = () => written(plainRows(viewer))
  const measured: [string, Told][] = [
    ['matrix, plain rows (the baseline)', plainly],
    ['matrix, query and JSON', () => written(findMatrix(viewer, FLOW))],
    ['matrix, over HTTP', get(`/api/flows/${FLOW}/matrix`)],
    ['answers to a question', () => written(findAnswers(viewer, { flowId: FLOW, key }))],
    ['those in sight of the page', () => written(findAnswersInSight(viewer, { flowId: FLOW, key }))],
    ['six side by side', () => written(findSideBySide(viewer, { flowId: FLOW, ids }))],
    ['page of a question, over HTTP', get(`/compare?flow=${FLOW}&q=${key}`)],
    ['page of the matrix, over HTTP', get(`/compare?flow=${FLOW}&view=matrix`)],
  ]
  const baseline = await timesOf(plainly)
  const rows = []
  for (const [what, tell] of measured) {
    const times = tell === plainly ? baseline : await timesOf(tell)
    const told = await tell()
    rows.push({
      what,
      kB: Math.round(told.length / 1000),
      'gzip kB': Math.round(gzipSync(told).length / 1000),
      'p50 ms': round(percentile(times, 50)),
      'p95 ms': round(percentile(times, 95)),
      ratio: round(percentile(times, 95) / percentile(baseline, 95)),
    })
  }
  console.log(
    `\n${CANDIDATES} candidates × ${QUESTIONS.length} questions on PostgreSQL; the aim is a p95 of 100 ms for the matrix`,
  )
  console.table(rows)
}

/** What the matrix is made of, of whoever asks and of nobody's scope. */
async function plainRows({ memberId }: Viewer): Promise<unknown> {
  const { rows } = await db()
    .execute(sql`SELECT i.id, i.candidate_name, i.candidate_email, a.question_key, a.seconds, a.words,
      cardinality(a.segments) AS segments, r.rating
    FROM interviews i JOIN question_answers a ON a.interview_id = i.id
    LEFT JOIN ratings r ON r.interview_id = i.id AND r.question_key = a.question_key AND r.member_id = ${memberId} AND r.ended_at IS NULL
    WHERE i.flow_id = ${FLOW} ORDER BY i.first_seen_in, i.id, a.position`)
  return rows
}

async function timesOf(tell: Told): Promise<number[]> {
  await tell()
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now()
    await tell()
    times.push(performance.now() - began)
  }
  return times
}

/** The whole matrix is scrolled through by wheel, down and up: how long frames and tasks are. */
async function measureScrolling(origin: string, cookie: string) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
  try {
    const context = await browser.newContext({ viewport: VIEWPORT })
    await context.addCookies(browserCookies(cookie, origin))
    const page = await context.newPage()
    await page.goto(`${origin}/compare?flow=${FLOW}&view=matrix`)
    await page.locator('[data-cell]').first().hover()
    await page.evaluate(watchFrames)
    for (let step = 0; step < 120; step++) {
      await page.mouse.wheel(0, step < 60 ? 200 : -200)
      await page.waitForTimeout(16)
    }
    const { frames, tasks } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
    console.table([
      {
        'scrolled rows': CANDIDATES,
        'frame p50 ms': round(percentile(frames, 50)),
        'frame p95 ms': round(percentile(frames, 95)),
        'longest frame ms': round(Math.max(...frames)),
        'tasks over 50 ms': tasks.length,
        'longest task ms': round(Math.max(0, ...tasks)),
        'rows drawn': await page.locator('tbody tr[aria-rowindex]').count(),
      },
    ])
  } finally {
    await browser.close()
  }
}

type Seen = { frames: number[]; tasks: number[] }

/** A text, since what tsx compiles asks for what a page has not. */
const watchFrames = `
  window.seen = { frames: [], tasks: [] }
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.tasks.push(duration) })
    .observe({ type: 'longtask' })
  let before = performance.now()
  requestAnimationFrame(function look(now) { seen.frames.push(now - before); before = now; requestAnimationFrame(look) })
`
