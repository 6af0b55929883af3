import { sql } from 'drizzle-orm'
import { customType } from 'drizzle-orm/pg-core'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** The transaction that writes it, by the number that the server gave it. */
export const transactionId = (name: string) =>
  xid8(name)
    .notNull()
    .default(sql`pg_current_xact_id()`)
