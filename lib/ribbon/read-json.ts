import { setImmediate as nextTurn } from 'node:timers/promises'
import { JsonScan, type ScannedItem, type ScannedList } from './json-scan'
import { ITEM_LIMITS, REPLY_LIMITS, Unreadable } from './limits'

/** What is made of an item of a reply's lists as soon as it is parsed: a page of parsed ones takes several times its memory. */
type ReadItem = (value: unknown) => unknown
/** `parseItem` throws where the item is no JSON. */
export type ItemReading = { parseItem?: (json: Buffer) => unknown; readItem?: ReadItem }

const sources = new WeakMap<object, Uint8Array>()

/** The JSON that a reply, or an item of its list, was parsed from, as it arrived; null for anything else. */
export function jsonOfReply(value: unknown): Uint8Array | null {
  return typeof value === 'object' && value !== null ? (sources.get(value) ?? null) : null
}

function remembered(json: Uint8Array, value: unknown): unknown {
  if (typeof value === 'object' && value !== null) sources.set(value, json)
  return value
}

/**
 * The JSON of a reply that arrives in chunks, in its lists what `readItem` makes of their items as `parseItem` gives them. An item that is over a limit or
 * no JSON is an `Unreadable` in its place, and others are served between any two items. Throws an `Unreadable` when that is said of the reply itself.
 */
export async function readJson(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  { parseItem = parseJson, readItem = (value) => value }: ItemReading = {},
): Promise<unknown> {
  const scan = new JsonScan(REPLY_LIMITS)
  const bytes = await readWhile(body, maxBytes, scan)
  if (scan.depth > ITEM_LIMITS.depth) throw new Unreadable('too_deep')
  if (scan.values > ITEM_LIMITS.values) throw new Unreadable('too_many_values')
  if (scan.isLonger) throw new Unreadable('too_large')

  const frame = parse(frameOf(bytes, scan.lists), parseJson)
  if (scan.lists.length === 0) return remembered(bytes, frame)
  const lists: unknown[][] = []
  for (const { items } of scan.lists) lists.push(await readEach(bytes, items, { parseItem, readItem }))
  return filled(frame, lists)
}

async function readWhile(body: AsyncIterable<Uint8Array>, maxBytes: number, scan: JsonScan): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > maxBytes) throw new Unreadable('too_large')
    scan.take(chunk)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

/** The reply without what its lists hold: each holds its own number instead. Throws where that is larger than an item may be. */
function frameOf(bytes: Buffer, lists: ScannedList[]): Buffer {
  let from = 0
  const parts = lists.flatMap((list, index) => {
    const before = bytes.subarray(from, list.from)
    from = list.to
    return [before, Buffer.from(String(index))]
  })
  const frame = Buffer.concat([...parts, bytes.subarray(from)])
  if (frame.length > ITEM_LIMITS.bytes) throw new Unreadable('too_large')
  return frame
}

/** In place: what stands beside the lists may be a million names. */
function filled(frame: unknown, lists: unknown[][]): unknown {
  if (typeof frame !== 'object' || frame === null) return frame
  const fields = frame as Record<string, unknown>
  for (const name of Object.keys(fields)) {
    const value = fields[name]
    if (Array.isArray(value)) fields[name] = lists[Number(value[0])]
  }
  return frame
}

async function readEach(
  bytes: Buffer,
  items: ScannedItem[],
  { parseItem, readItem }: Required<ItemReading>,
): Promise<unknown[]> {
  const read: unknown[] = []
  for (const item of items) {
    read.push(readItem(parsed(bytes, item, parseItem)))
    await nextTurn()
  }
  return read
}

type Parse = Required<ItemReading>['parseItem']

function parsed(bytes: Buffer, { from, to, depth, values }: ScannedItem, parseItem: Parse): unknown {
  if (to - from > ITEM_LIMITS.bytes) return new Unreadable('too_large')
  if (depth > ITEM_LIMITS.depth) return new Unreadable('too_deep')
  if (values > ITEM_LIMITS.values) return new Unreadable('too_many_values')
  try {
    const json = bytes.subarray(from, to)
    return remembered(json, parse(json, parseItem))
  } catch (error) {
    return error
  }
}

function parseJson(bytes: Buffer): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

function parse(bytes: Buffer, how: Parse): unknown {
  try {
    return how(bytes)
  } catch {
    throw new Unreadable('no_json')
  }
}
