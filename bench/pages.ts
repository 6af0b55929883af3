import autocannon from 'autocannon'
import { signInOverHttp } from '../e2e/http-session'
import { MEMBERS, PASSWORD, startInstallation } from '../e2e/installation'
import { startBarePage } from './bare-page'
import { untilMirrored } from './mirrored'
import { percentile } from './percentile'

const CONNECTIONS = [1, 16]
const ROUNDS = 3
const SECONDS = 8

type Page = { url: string; cookie: string }
type Rate = { perSecond: number; p99: number }

/** Our pages against a bare Next page of the same HTML size, taken in turn so that a drift of the machine hits both. */
export async function measurePages() {
  const installation = await startInstallation({ env: { MIRROR_INTERVAL_SECONDS: '3600' } })
  const bare = await startBarePage()
  const cookie = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  const id = await untilMirrored(installation.origin, cookie)

  const rows: Record<string, unknown>[] = []
  for (const path of ['/candidates', `/candidates/${id}`]) {
    const page = { url: installation.origin + path, cookie }
    const bytes = await htmlBytes(page)
    for (const connections of CONNECTIONS) {
      const { ours, baseline } = await inTurn(page, { url: bare.url(bytes), cookie: '' }, connections)
      rows.push({
        page: path === '/candidates' ? 'list' : 'candidate',
        connections,
        'HTML kB': round(bytes / 1000),
        'requests/s': round(ours.perSecond),
        'bare requests/s': round(baseline.perSecond),
        'ratio of requests/s': round(ours.perSecond / baseline.perSecond),
        'p99 ms': ours.p99,
        'bare p99 ms': baseline.p99,
        'ratio of p99': round(ours.p99 / baseline.p99),
      })
    }
  }
  console.log('\nPages of the production server against a bare Next page of the same HTML size')
  console.table(rows)
  await bare.stop()
  await installation.stop()
}

async function inTurn(page: Page, bare: Page, connections: number) {
  await load(page, connections, 3)
  await load(bare, connections, 3)
  const ours: Rate[] = []
  const baseline: Rate[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await load(page, connections, SECONDS))
    baseline.push(await load(bare, connections, SECONDS))
  }
  return { ours: middle(ours), baseline: middle(baseline) }
}

async function load({ url, cookie }: Page, connections: number, duration: number): Promise<Rate> {
  const result = await autocannon({ url, connections, duration, headers: cookie ? { cookie } : {} })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} failures, ${result.errors} errors`)
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

function middle(rates: Rate[]): Rate {
  return {
    perSecond: percentile(
      rates.map((rate) => rate.perSecond),
      50,
    ),
    p99: percentile(
      rates.map((rate) => rate.p99),
      50,
    ),
  }
}

async function htmlBytes({ url, cookie }: Page) {
  const response = await fetch(url, { headers: { cookie } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.arrayBuffer()).byteLength
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
