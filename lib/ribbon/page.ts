import type { z } from 'zod'
import { log } from '../log'

/** `received` counts every item of the reply, readable or not: a page with fewer than its limit is the last one. */
export type Page<T> = { items: T[]; unreadable: number; received: number }

/** Reads a list's items one by one, so that one that cannot be read does not blank the others. */
export function readEach<T>(list: readonly unknown[], schema: z.ZodType<T>): Page<T> {
  const items = list
    .map((item) => schema.safeParse(item))
    .filter((read) => read.success)
    .map((read) => read.data)

  const page = { items, unreadable: list.length - items.length, received: list.length }
  const { unreadable, received } = page
  if (unreadable > 0) log.warn({ code: 'ribbon_unreadable', unreadable, received }, 'a list holds unreadable items')
  return page
}
