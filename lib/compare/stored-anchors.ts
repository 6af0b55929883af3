import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import type { Executor } from '../db/client'
import { anchors } from '../db/schema/ratings'
import type { Anchors } from './anchors'

/** Which question of which flow. */
export type QuestionRef = { flowId: string; key: string }

type StoredAnchors = Anchors & { id: string }

/** The newest version, blank where the scale was taken away; null where nobody has written one. */
export async function findLatestAnchors(on: Executor, { flowId, key }: QuestionRef): Promise<StoredAnchors | null> {
  const { id, version, one, three, five } = anchors
  const [latest] = await on
    .select({ id, version, one, three, five })
    .from(anchors)
    .where(and(eq(anchors.flowId, flowId), eq(anchors.questionKey, key)))
    .orderBy(desc(version))
    .limit(1)
  return latest ?? null
}

/** As a reader is shown them. */
export async function findAnchors(on: Executor, of: QuestionRef): Promise<Anchors | null> {
  const latest = await findLatestAnchors(on, of)
  if (!latest) return null
  const { version, one, three, five } = latest
  return { version, one, three, five }
}

/** The same of all questions of a flow, by their keys. */
export async function findAnchorsByKey(on: Executor, flowId: string): Promise<Map<string, Anchors>> {
  const { questionKey, version, one, three, five } = anchors
  const rows = await on
    .selectDistinctOn([questionKey], { questionKey, version, one, three, five })
    .from(anchors)
    .where(eq(anchors.flowId, flowId))
    .orderBy(questionKey, desc(version))
  return new Map(rows.map(({ questionKey: key, ...scale }) => [key, scale]))
}

/** That a rating is given on: the version that whoever rates saw, of today's where they do not say; null for none and for a blank one. */
export async function findScale(on: Executor, of: QuestionRef, seenVersion: number | null | undefined) {
  if (seenVersion === null) return null
  const latest = await findLatestAnchors(on, of)
  if (seenVersion === undefined || seenVersion === latest?.version) return latest && !isBlank(latest) ? latest : null
  const { id, version } = anchors
  const [former] = await on
    .select({ id, version })
    .from(anchors)
    .where(and(eq(anchors.flowId, of.flowId), eq(anchors.questionKey, of.key), eq(version, seenVersion)))
  return former ?? null
}

function isBlank({ one, three, five }: Anchors): boolean {
  return one === null && three === null && five === null
}
