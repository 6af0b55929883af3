import 'server-only'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { flows, interviews, teams } from '../db/schema/interviews'
import { lockInterviews } from '../interviews/lock'
import { candidateKey, sortKey } from '../text/sort-key'

const AT_ONCE = 500

/** Gives flows and teams that were stored before there were sort keys theirs. */
export async function keyTitles(): Promise<void> {
  const titles = await db()
    .select({ id: flows.id, title: flows.title })
    .from(flows)
    .where(sql`${flows.titleKey} IS NULL AND ${flows.title} ~ '\\S'`)
  for (const { id, title } of titles)
    await db()
      .update(flows)
      .set({ titleKey: sortKey(title) })
      .where(and(eq(flows.id, id), eq(flows.title, title)))

  const names = await db()
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(sql`${teams.nameKey} IS NULL AND ${teams.name} ~ '\\S'`)
  for (const { id, name } of names)
    await db()
      .update(teams)
      .set({ nameKey: sortKey(name) })
      .where(and(eq(teams.id, id), eq(teams.name, name)))
}

/** The same for candidates, all before the first of them is indexed anew: a list in two orders would have gaps. */
export async function keyCandidates(onSome: () => Promise<void>): Promise<void> {
  const { id, candidateName: name, candidateEmail: email } = interviews
  for (let after = ''; ;) {
    const keyless = await db()
      .select({ id, name, email })
      .from(interviews)
      .where(and(isNull(interviews.candidateKey), sql`coalesce(${name}, ${email}) IS NOT NULL`, gt(id, after)))
      .orderBy(asc(id))
      .limit(AT_ONCE)
    const last = keyless.at(-1)
    if (!last) return
    const keys = keyless.map((row) => ({ ...row, key: candidateKey(row) }))
    await db().transaction(async (tx) => {
      await lockInterviews(
        tx,
        keyless.map((row) => row.id),
      )
      await tx.execute(sql`
        UPDATE interviews SET candidate_key = k.key
        FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k (id text, name text, email text, key text)
        WHERE interviews.id = k.id AND (candidate_name, candidate_email) IS NOT DISTINCT FROM (k.name, k.email)`)
    })
    after = last.id
    await onSome()
  }
}
