import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { CHROMIUM_ARGS, findChromium } from '../e2e/chromium'
import { signInOverHttp } from '../e2e/http-session'
import { MEMBERS, PASSWORD, startInstallation, STOCKER } from '../e2e/installation'
import { untilMirrored } from './mirrored'
import { percentile } from './percentile'

const LIGHTHOUSE = 'lighthouse@12.8.2'
const RUNS = 3
/** So many are talked about. */
const SPLIT = 10
const AIMS = { desktop: 98, mobile: 95 }
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const LARGEST_REPORT = 64 * 1024 * 1024

const audit = z.object({ numericValue: z.number() })
const report = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number() })),
  audits: z.object({ 'largest-contentful-paint': audit, 'total-blocking-time': audit }),
})

const compared = z.object({ rows: z.array(z.object({ interview: z.string() })).min(3) })

type Report = z.infer<typeof report>
type Visit = { url: string; cookie: string; form: keyof typeof AIMS }

/** Lighthouse, which npx fetches, on the pages of the production build that people work with: the medians of some runs. */
export async function measureLighthouse() {
  const installation = await startInstallation({ env: { MIRROR_INTERVAL_SECONDS: '3600' } })
  try {
    const { origin } = installation
    const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
    const id = await untilMirrored(origin, cookie)
    const finalists = await splitVotes(origin, cookie)
    const flow = `/compare?flow=${STOCKER}`
    const pages = {
      ...{ list: '/candidates', 'candidate page': `/candidates/${id}`, review: '/review' },
      ...{ agenda: '/review?split', 'one question': flow, matrix: `${flow}&view=matrix` },
      'side by side': `${flow}&view=side&ids=${finalists.slice(0, 3).join()}`,
    }
    const rows: Record<string, Record<string, number>> = {}
    for (const [name, path] of Object.entries(pages)) {
      for (const form of ['desktop', 'mobile'] as const) {
        const url = `${origin}${path}`
        rows[`${name}, ${form}`] = { ...(await measurePage({ url, cookie, form })), aim: AIMS[form] }
      }
    }
    console.log(`\nLighthouse, the medians of ${RUNS} runs`)
    console.table(rows)
  } finally {
    await installation.stop()
  }
}

/** Of one flow, so that there is something to talk about: who is compared there, some of whom two members disagree on. */
async function splitVotes(origin: string, cookie: string): Promise<string[]> {
  const matrix = await fetch(`${origin}/api/flows/${STOCKER}/matrix`, { headers: { cookie } })
  const ids = compared.parse(await matrix.json()).rows.map(({ interview }) => interview)
  for (const [email, vote] of [
    [MEMBERS[0], 'hire'],
    [MEMBERS[1], 'no_hire'],
  ] as const) {
    const headers = { cookie: await signInOverHttp(origin, email, PASSWORD), origin }
    const body = JSON.stringify({ vote, reason: 'Tells of one night in detail, and of no other.' })
    for (const id of ids.slice(0, SPLIT)) {
      const { ok, status } = await fetch(`${origin}/api/interviews/${id}/vote`, { method: 'PUT', headers, body })
      if (!ok) throw new Error(`a vote was answered with ${status}`)
    }
  }
  return ids
}

async function measurePage(visit: Visit): Promise<Record<string, number>> {
  const runs: Report[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await runLighthouse(visit))
  const scores = CATEGORIES.map((name) => [name, Math.round(100 * medianOf(runs, (run) => run.categories[name].score))])
  const milliseconds = (name: keyof Report['audits']) =>
    Math.round(medianOf(runs, (run) => run.audits[name].numericValue))
  return {
    ...Object.fromEntries(scores),
    'largest paint ms': milliseconds('largest-contentful-paint'),
    'blocking ms': milliseconds('total-blocking-time'),
  }
}

/** On a busy machine Lighthouse may miss the start of the navigation, and asks itself to be run again. */
async function runLighthouse(visit: Visit, triesLeft = 3): Promise<Report> {
  try {
    return report.parse(JSON.parse(await lighthouse(visit)))
  } catch (error) {
    if (triesLeft === 1 || !String(error).includes('NO_NAVSTART')) throw error
    return runLighthouse(visit, triesLeft - 1)
  }
}

async function lighthouse({ url, cookie, form }: Visit): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, url, '--output=json', '--quiet'],
      `--only-categories=${CATEGORIES.join(',')}`,
      `--extra-headers=${JSON.stringify({ cookie })}`,
      `--chrome-flags=${['--headless=new', ...CHROMIUM_ARGS].join(' ')}`,
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: LARGEST_REPORT },
  )
  return stdout
}

function medianOf(runs: Report[], figure: (run: Report) => number): number {
  return percentile(runs.map(figure), 50)
}
