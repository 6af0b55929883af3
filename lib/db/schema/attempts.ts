import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { members } from './members'

/**
 * What was linked by hand: the interviews of a flow that have this key (see lib/interviews/attempt-key.ts) are attempts of the
 * same candidate as those that have `sameAs`, which no row of the flow has as its own key.
 */
export const attemptLinks = pgTable(
  'attempt_links',
  {
    flowId: text('flow_id').notNull(),
    key: text().notNull(),
    sameAs: text('same_as').notNull(),
    linkedBy: uuid('linked_by')
      .notNull()
      .references(() => members.id, { onDelete: 'restrict' }),
    linkedAt: instant('linked_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.flowId, table.key] }),
    index('attempt_links_same_as').on(table.flowId, table.sameAs),
  ],
)
