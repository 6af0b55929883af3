import { z } from 'zod'

/** Postgres knows no year 0, and no zone that is more than 16 hours away; neither is anything that somebody means. */
const isStorable = (time: string) => time >= '1970' && time < '9999'
const OUT_OF_RANGE = 'The year has to be one from 1970 to 9998.'

/** A time that a browser sends, ISO 8601 in whatever zone, as UTC to the millisecond. */
export const typedTime = z.iso
  .datetime({ offset: true })
  .transform((time) => new Date(time).toISOString())
  .refine(isStorable, OUT_OF_RANGE)

/** A day of the calendar, wherever its reader is. */
export const typedDay = z.iso.date().refine(isStorable, OUT_OF_RANGE)
