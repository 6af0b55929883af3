import { timestamp } from 'drizzle-orm/pg-core'

/** An instant, read as the database writes it. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
