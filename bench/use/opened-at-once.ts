import type { OnPostgres } from '../on-postgres'
import { percentile } from '../percentile'
import { round } from '../round'
import { readWhole } from './read-whole'

const MEMBERS = 20
const ROUNDS = 10
const LISTS = 40

/** How long somebody's list takes while so many open a long interview at one moment; the aim is 100 ms more than alone. */
export async function measureOpenedAtOnce({ origin, cookie }: OnPostgres, long: string) {
  const list = () => millisecondsOf(() => readWhole(`${origin}/candidates`, { cookie }))
  const page = () => millisecondsOf(() => readWhole(`${origin}/candidates/${long}`, { cookie }))
  await Promise.all(Array.from({ length: MEMBERS }, page))
  const alone: number[] = []
  for (let turn = 0; turn < LISTS; turn++) alone.push(await list())

  const meanwhile: number[] = []
  const pages: number[] = []
  for (let turn = 0; turn < ROUNDS; turn++) {
    const opened = new AbortController()
    const opening = Promise.all(Array.from({ length: MEMBERS }, page)).finally(() => opened.abort())
    while (!opened.signal.aborted) meanwhile.push(await list())
    pages.push(...(await opening))
  }
  const usual = percentile(alone, 50)
  console.log(
    `\nA list while ${MEMBERS} open an interview of 20,000 words at once, ${ROUNDS} times; the aim is 100 ms more`,
  )
  console.table([
    { what: 'list, alone', 'p50 ms': round(usual), 'longest ms': round(Math.max(...alone)) },
    { what: 'list, meanwhile', ...told(meanwhile), 'longest more ms': round(Math.max(...meanwhile) - usual) },
    { what: 'the interviews', ...told(pages) },
  ])
}

function told(times: number[]) {
  return { 'p50 ms': round(percentile(times, 50)), 'longest ms': round(Math.max(...times)) }
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
