import autocannon from 'autocannon'
import { onPostgres } from './on-postgres'
import { startBaselines } from './pages/baselines'
import { stockDatabase } from './pages/stock'
import { percentile } from './percentile'

const CONNECTIONS = [1, 16]
const ROUNDS = 3
const SECONDS = 8
const WARM_UP_SECONDS = 3
const PATHS = { list: '/candidates', candidate: '/candidates/bench_7' }
const OURS = 'Debrief'

type Site = { name: string; origin: string; cookie: string }
type Rate = { perSecond: number; p99: number }

/** Our pages against pages that show the same rows of the same PostgreSQL, all in turn so that a drift of the machine hits each. */
export function measurePages() {
  return onPostgres(async ({ origin, cookie, databaseUrl }) => {
    await stockDatabase()
    const baselines = await startBaselines(databaseUrl)
    const sites = [{ name: OURS, origin, cookie }, ...baselines.map((baseline) => ({ ...baseline, cookie: '' }))]

    const rows: Record<string, unknown>[] = []
    for (const [page, path] of Object.entries(PATHS)) {
      const sizes = await Promise.all(sites.map(async (site) => ({ name: site.name, ...(await sizeOf(site, path)) })))
      console.table(sizes)
      for (const connections of CONNECTIONS) rows.push(...(await inTurn(sites, { page, path, connections })))
    }
    console.log(`\nPages beside others with the same rows of the same database, Node ${process.versions.node}`)
    console.table(rows)
    for (const baseline of baselines) await baseline.stop()
  })
}

/** One row a site; the ratio is ours to it. */
async function inTurn(sites: Site[], visit: { page: string; path: string; connections: number }) {
  const { page, path, connections } = visit
  for (const site of sites) await load(site, path, connections, WARM_UP_SECONDS)
  const rates = new Map<string, Rate[]>(sites.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const site of sites) rates.get(site.name)?.push(await load(site, path, connections, SECONDS))
  }
  const middles = [...rates].map(([name, taken]) => ({ name, ...middle(taken) }))
  const ours = middles.find(({ name }) => name === OURS)
  return middles.map(({ name, perSecond, p99 }) => ({
    ...{ page, connections, name, 'requests/s': round(perSecond), 'p99 ms': p99 },
    'ratio of ours': ours && round(ours.perSecond / perSecond),
  }))
}

async function load({ origin, cookie }: Site, path: string, connections: number, duration: number): Promise<Rate> {
  const url = origin + path
  const result = await autocannon({ url, connections, duration, headers: cookie ? { cookie } : {} })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} failures, ${result.errors} errors`)
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

function middle(rates: Rate[]): Rate {
  const median = (figure: keyof Rate) =>
    percentile(
      rates.map((rate) => rate[figure]),
      50,
    )
  return { perSecond: median('perSecond'), p99: median('p99') }
}

/** Before compression: what stands as tags, and what comes besides them in scripts; elements are those of a row of the list. */
async function sizeOf({ origin, cookie }: Site, path: string) {
  const response = await fetch(origin + path, { headers: { cookie } })
  if (!response.ok) throw new Error(`${origin}${path} answered ${response.status}`)
  const html = await response.text()
  const scripts = html.match(/<script\b[^>]*>.*?<\/script>/gs) ?? []
  const rows = html.match(/<tr\b.*?<\/tr>/gs) ?? []
  const elements = rows.reduce((sum, row) => sum + (row.match(/<[a-z]/g)?.length ?? 0), 0)
  return {
    kB: kilobytes(html),
    'of it scripts': kilobytes(scripts.join('')),
    'elements a row': rows.length > 0 ? round(elements / rows.length) : null,
  }
}

function kilobytes(text: string): number {
  return round(Buffer.byteLength(text) / 1000)
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
