import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../../db/client'
import { ribbonAsks } from '../../db/schema/mirror'
import type { Page } from '../../ribbon/page'
import type { BeforeSend } from '../../ribbon/transport'

/** `asked` is the reply's place in the one order in which all replicas ask Ribbon: of two, the one asked for last is right. */
export type Asked<T> = T & { asked: number }

const taken = z.object({ asked: z.coerce.number().int().positive() })

/** The next place. What Ribbon is asked afterwards it answers as it is now or later. */
export async function takePlace(): Promise<number> {
  const { rows } = await db().execute(sql`SELECT nextval(${ribbonAsks.seqName}) AS asked`)
  return taken.parse(rows[0]).asked
}

/** Ribbon's answer and its place: where it took several attempts, that of the one that was answered. */
export async function askInOrder<T>(
  ask: (beforeSend: BeforeSend) => Promise<T>,
): Promise<{ answer: T; asked: number }> {
  let asked = 0
  const answer = await ask(async () => {
    asked = await takePlace()
  })
  return { answer, asked }
}

/** The same for a page, each item with its place. */
export async function askForPage<T extends object>(
  ask: (beforeSend: BeforeSend) => Promise<Page<T>>,
): Promise<Asked<Page<Asked<T>>>> {
  const { answer, asked } = await askInOrder(ask)
  return { ...answer, asked, items: answer.items.map((item) => ({ ...item, asked })) }
}
