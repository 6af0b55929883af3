import type { z } from 'zod'
import { log } from '../log'
import type { UnreadableReason } from './limits'
import { reasonOfItem } from './unreadable'
import { id } from './wire'

/** `at` is its place in the page, `id` its own where it tells it. */
export type UnreadItem = { at: number; id: string | null; reason: UnreadableReason }

/** `received` counts every item of the reply, readable or not: a page with fewer than its limit is the last one. */
export type Page<T> = { items: T[]; unreadable: UnreadItem[]; received: number }

/** What an item of a list says, or why it could not be read. */
export type Read<T> = { item: T } | Omit<UnreadItem, 'at'>

export function readItem<T>(value: unknown, schema: z.ZodType<T>): Read<T> {
  const read = schema.safeParse(value)
  return read.success ? { item: read.data } : { id: idOf(value), reason: reasonOfItem(value, read.error) }
}

/** Of a list, whose items were read one by one, so that one that cannot be read does not blank the others. */
export function pageOf<T>(list: readonly Read<T>[]): Page<T> {
  const page: Page<T> = { items: [], unreadable: [], received: list.length }
  for (const [at, read] of list.entries()) {
    if ('item' in read) page.items.push(read.item)
    else page.unreadable.push({ at, ...read })
  }
  const { unreadable, received } = page
  if (unreadable.length > 0)
    log.warn({ code: 'ribbon_unreadable', unreadable: unreadable.length, received }, 'a list holds unreadable items')
  return page
}

function idOf(value: unknown): string | null {
  const item = (value ?? {}) as Record<string, unknown>
  return id.safeParse(item.interview_id ?? item.interview_flow_id ?? item.id).data ?? null
}
