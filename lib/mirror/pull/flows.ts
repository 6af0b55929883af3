import 'server-only'
import { and, isNull, lt, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { flows } from '../../db/schema/interviews'
import { DebriefError } from '../../errors'
import { fetchFlow, fetchFlows } from '../../ribbon/client'
import type { ReceivedFlow } from '../../ribbon/flow'
import { storeSecrets } from '../store/webhook-secrets'
import { askSingly } from '../lists/ask-singly'
import { openSource } from '../lists/source'
import { askForPage, askInOrder, takePlace, type Asked } from '../store/order'
import { readPages } from '../lists/pages'
import { markGoneFlow, storeFlows } from '../store/flows'
import { forgetFaults, listDue, listFaults } from '../store/unreadable'

const A_PAGE = 100
const MOST_PAGES = 100
const MOST_EXTRA_CALLS = 50
/** So many are asked for in one pull: a list that is suddenly empty is not believed. */
const AT_MOST = 20
/** Of a server that sends more than it was asked for no statement gets longer than this. */
const AT_ONCE = 500

/** Teams of flows are whom their interviews belong to, so they come first. Throws the `ribbon_…` codes. */
export async function pullFlows(goOn: () => Promise<void>): Promise<void> {
  const since = await takePlace()
  const { fetchPage, forgetBehind } = await openSource({
    kinds: { list: 'flows', item: 'flow' },
    fetchPage: (window) => askForPage((beforeSend) => fetchFlows(window, beforeSend)),
    mostCalls: MOST_EXTRA_CALLS,
  })
  const { isComplete } = await readPages({ limit: A_PAGE, most: MOST_PAGES, fetchPage, store, onPage: goOn })
  if (isComplete) await forgetBehind()
  await askSingly(isComplete ? await unseenSince(since) : [], { kind: 'flow', ask: mirrorFlow, goOn })
  await askSingly(await listDue('flow', AT_MOST), { kind: 'flow', ask: mirrorFlow, goOn })
}

async function store(page: Asked<ReceivedFlow>[]): Promise<void> {
  for (let from = 0; from < page.length; from += AT_ONCE) {
    const some = page.slice(from, from + AT_ONCE)
    await storeFlows(some.map(({ flow, asked }) => ({ ...flow, asked })))
    await storeSecrets(some)
    await forgetRead(some)
  }
}

async function forgetRead(stored: Asked<ReceivedFlow>[]): Promise<void> {
  const read = new Set(stored.map(({ id }) => id))
  const noted = (await listFaults('flow')).filter(({ place }) => read.has(place))
  await forgetFaults(noted.map(({ place }) => ({ kind: 'flow', place })))
}

/** In any order, so that some which are there, though not in the list, do not hide those behind them. */
async function unseenSince(place: number): Promise<string[]> {
  const isTriedBySelf = sql`EXISTS (SELECT FROM unreadable_items u WHERE u.kind = 'flow' AND u.place = ${flows.id})`
  const rows = await db()
    .select({ id: flows.id })
    .from(flows)
    .where(and(isNull(flows.goneAt), lt(flows.asked, place), sql`NOT ${isTriedBySelf}`))
    .orderBy(sql`random()`)
    .limit(AT_MOST)
  return rows.map(({ id }) => id)
}

/** One that Ribbon does not know has been archived, which is marked; its interviews remain. */
async function mirrorFlow(id: string): Promise<void> {
  const { answer, asked } = await askInOrder((beforeSend) => fetchFlow(id, beforeSend).catch(unknownAsNull))
  if (answer) return store([{ ...answer, asked }])
  await markGoneFlow(id, asked)
}

function unknownAsNull(error: unknown): null {
  if (error instanceof DebriefError && error.code === 'ribbon_not_found') return null
  throw error
}
