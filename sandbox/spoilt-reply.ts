import { randomUUID } from 'node:crypto'
import { buffer, json } from 'node:stream/consumers'
import type { Exchange } from './exchange'
import { genuineReply } from './genuine-reply'
import { readPage, readStatus } from './query'
import { sendJson } from './reply'

const DEFAULT_LIMIT = 20

type Item = Record<string, unknown>

/** Spoils one item of the list alone with `item`, or a reply that has no list. */
export async function sendWrongSchema(exchange: Exchange, item: boolean) {
  const spoilt = item
    ? await spoiltReply(exchange, (list) => replaceMiddle(list, breakItem), breakItem)
    : { unexpected: [1, 'two', { three: null }] }
  sendJson(exchange.response, spoilt)
}

export async function sendEmptyList(exchange: Exchange) {
  sendJson(exchange.response, await spoiltReply(exchange, () => []))
}

export async function sendEndlessList(exchange: Exchange) {
  sendJson(exchange.response, await spoiltReply(exchange, () => inventInterviews(exchange.query)))
}

export async function sendMalformed(exchange: Exchange) {
  const text = await buffer(await genuineReply(exchange))
  const middle = Math.floor(text.length / 2)
  text.fill('}', middle, middle + 8)
  exchange.response.writeHead(200, { 'content-type': 'application/json' }).end(text)
}

/** Put into the text, since nothing that prints JSON goes so deep. */
export async function sendDeep(exchange: Exchange, depth: number) {
  const place = randomUUID()
  const withPlace = (item: Item) => ({ ...item, deep: place })
  const spoilt = await spoiltReply(exchange, (list) => replaceMiddle(list, withPlace), withPlace)
  const nested = '['.repeat(depth) + ']'.repeat(depth)
  exchange.response.writeHead(200, { 'content-type': 'application/json' })
  exchange.response.end(JSON.stringify(spoilt).replace(`"${place}"`, nested))
}

/** The genuine reply with another list, or, where it has none, as `spoilItem` makes it. */
async function spoiltReply(
  exchange: Exchange,
  spoilList: (list: Item[]) => Item[],
  spoilItem: (reply: Item) => Item = (reply) => reply,
): Promise<Item> {
  const reply = (await json(await genuineReply(exchange))) as Item
  const [key, list] = Object.entries(reply).find(([, value]) => Array.isArray(value)) ?? []
  return key && Array.isArray(list) ? { ...reply, [key]: spoilList(list as Item[]) } : spoilItem(reply)
}

function replaceMiddle(list: Item[], replace: (item: Item) => Item): Item[] {
  const middle = Math.floor(list.length / 2)
  return list.map((item, at) => (at === middle ? replace(item) : item))
}

/** Keeps the ids, so that a client can say which item it lost. */
function breakItem(item: Item): Item {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, /(^|_)id$/.test(key) ? value : { broken: true }]),
  )
}

/** A page that is full, of interviews that nobody has. */
function inventInterviews(query: URLSearchParams): Item[] {
  const { limit } = readPage(query, DEFAULT_LIMIT)
  const status = readStatus(query)
  return Array.from({ length: limit }, () => ({
    interview_flow_id: 'endless',
    interview_id: `endless-${randomUUID()}`,
    status,
    interview_data: null,
  }))
}
