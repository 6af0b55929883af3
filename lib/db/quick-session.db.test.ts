import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { expect, test } from 'vitest'
import { db, pool, type Executor } from './client'
import { interviews, transcripts } from './schema/interviews'
import { members } from './schema/members'
import { notes } from './schema/notes'
import { givenViewer } from './testing/fixtures'
import { givenInterview } from './testing/interview'

/** All kinds of columns, what is made of them, and what an outer join leaves out. */
const QUERIES: Record<string, (on: Executor) => Promise<unknown>> = {
  columns: (on) => on.select().from(interviews),
  transcripts: (on) => on.select().from(transcripts),
  members: (on) => on.select().from(members),
  expressions: (on) => {
    const legs = sql<number>`4`.mapWith((told: unknown) => Number(told) * 2)
    return on.select({ legs, none: sql`NULL`, named: sql`'a'`.as('b') }).from(members)
  },
  'outer joins': (on) => on.select().from(interviews).leftJoin(notes, eq(notes.interviewId, interviews.id)),
  'parts of a row': (on) => on.select({ id: members.id, of: { email: members.email } }).from(members),
  nothing: (on) =>
    on
      .select({ id: members.id })
      .from(members)
      .where(sql`false`),
}

test.each(Object.entries(QUERIES))('rows are read as Drizzle reads them: %s', async (_, ask) => {
  await givenViewer()
  await givenInterview({ flowId: 'flow' })
  await expect(ask(db())).resolves.toEqual(await ask(drizzle(pool())))
})
