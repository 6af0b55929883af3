import { sql } from 'drizzle-orm'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** One row: who may pull from Ribbon now, and how the last pulls went. */
export const mirrors = pgTable('mirrors', {
  id: text().primaryKey(),
  leaseHolder: uuid('lease_holder'),
  leaseEndsAt: instant('lease_ends_at')
    .notNull()
    .default(sql`'epoch'`),
  lastSuccessAt: instant('last_success_at'),
  lastFailureAt: instant('last_failure_at'),
  lastFailureCode: text('last_failure_code'),
})
