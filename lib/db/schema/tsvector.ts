import { customType } from 'drizzle-orm/pg-core'

/** What a GIN index finds rows by; see docs/decisions/0006-search.md. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
