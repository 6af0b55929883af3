import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { log } from '../log'
import type { UnreadableReason } from './limits'
import { reasonOfItem } from './unreadable'
import { id } from './wire'

/** `at` is its place in the page, `id` its own where it tells it. */
export type UnreadItem = { at: number; id: string | null; reason: UnreadableReason }

/** `received` counts every item of the reply, readable or not: a page with fewer than its limit is the last one. */
export type Page<T> = { items: T[]; unreadable: UnreadItem[]; received: number }

/**
 * Reads a list's items one by one, so that one that cannot be read does not blank the others, and others are served between
 * any two.
 */
export async function readEach<T>(list: readonly unknown[], schema: z.ZodType<T>): Promise<Page<T>> {
  const page: Page<T> = { items: [], unreadable: [], received: list.length }
  for (const [at, value] of list.entries()) {
    const read = schema.safeParse(value)
    if (read.success) page.items.push(read.data)
    else page.unreadable.push({ at, id: idOf(value), reason: reasonOfItem(value, read.error) })
    await nextTurn()
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
