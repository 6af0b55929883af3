import type { OnPostgres } from '../on-postgres'
import { round } from '../round'
import { memoryLeft } from './memory-left'
import { readWhole } from './read-whole'

const VIEWS = 2_000
const WARM_UP_VIEWS = 500
const AT_ONCE = 4

/** What so many page views leave behind in the memory of the server; the aim is 20 MB at most. */
export async function measurePageViews({ origin, cookie, app }: OnPostgres, candidates: string[]) {
  const paths = candidates.flatMap((id, index) => [
    `/candidates/${id}`,
    index % 2 === 0 ? '/candidates' : `/candidates?q=${id.slice(-1)}&sort=candidate`,
  ])
  let viewed = 0
  const view = async (count: number) => {
    const last = viewed + count
    const visitor = async () => {
      while (viewed < last) await readWhole(origin + paths[viewed++ % paths.length], { cookie })
    }
    await Promise.all(Array.from({ length: AT_ONCE }, visitor))
  }
  await view(WARM_UP_VIEWS)
  const before = await memoryLeft(app)
  await view(VIEWS)
  const after = await memoryLeft(app)
  console.log(`\nWhat ${VIEWS} page views leave behind in the memory of the server; the aim is 20 MB at most`)
  console.table([{ 'before MB': round(before), 'after MB': round(after), 'left MB': round(after - before) }])
}
