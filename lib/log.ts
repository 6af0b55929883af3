import 'server-only'
import pino from 'pino'
import { describeCause } from './described-cause'

/** JSON lines on standard output. Log identifiers and codes, never a candidate's words, an email, a URL of a recording, or a key. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { cause: describeCause } })
