import { asc, gt, sql } from 'drizzle-orm'
import { system } from '../../auth/system'
import { db } from '../../db/client'
import { auditEvents } from '../../db/schema/audit'
import { change } from '../change'

/** Something that changes nothing but what is told. */
export async function givenTold(count = 1): Promise<void> {
  for (let told = 0; told < count; told++)
    await change(system(), async () => ({
      told: { code: 'sign_in.failed', about: null, payload: {} },
      value: undefined,
    }))
}

/** The events that this tells, in their order. */
export async function toldBy(does: () => Promise<unknown>) {
  const [last] = await db()
    .select({ seq: sql<number>`coalesce(max(${auditEvents.seq}), 0)::int` })
    .from(auditEvents)
  await does()
  return db()
    .select()
    .from(auditEvents)
    .where(gt(auditEvents.seq, last?.seq ?? 0))
    .orderBy(asc(auditEvents.seq))
}
