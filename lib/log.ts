import 'server-only'
import pino from 'pino'

/** JSON lines on standard output. Log identifiers and codes, never a candidate's words, an email, a URL of a recording, or a key. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { cause: describeCause } })

/** Only what names an error: messages of foreign errors may quote what must not be logged. */
function describeCause(cause: unknown): unknown {
  if (cause instanceof Error) {
    const code = 'code' in cause ? cause.code : undefined
    return {
      name: cause.name,
      code,
      frame: cause.stack
        ?.split('\n')
        .find((line) => /^\s+at /.test(line))
        ?.trim(),
      cause: describeCause(cause.cause),
    }
  }
  return typeof cause === 'number' || typeof cause === 'boolean' ? cause : undefined
}
