/** A name or a code as programs give them; anything else may quote what must not be logged. */
const WORD = /^[\w$.:-]{1,80}$/
/** What V8 writes before a message, and below it of each place. */
const NAMED = /^[\w$.]+(?: \[\w+\])?$/
const LINE = /^ {4}at /
const PLACE = /:\d+:\d+\)?$/

/** Of an error only what names it and where it was thrown: what foreign errors say may quote what must not be logged. */
export function describeCause(cause: unknown): unknown {
  if (!(cause instanceof Error)) return numberOrTruth(cause)
  const code = 'code' in cause ? cause.code : undefined
  return {
    name: word(cause.name),
    code: word(code) ?? numberOrTruth(code),
    frame: frameOf(cause),
    cause: describeCause(cause.cause),
  }
}

/** The first line below the message, which may have lines that look like those of a stack; none where the stack has another message. */
function frameOf({ message, stack = '' }: Error): string | undefined {
  const said = message === '' ? '\n' : `: ${message}\n`
  const start = stack.indexOf(said)
  if (start < 0 || !NAMED.test(stack.slice(0, start))) return undefined
  const lines = stack.slice(start + said.length).split('\n')
  return lines.every((line) => LINE.test(line)) ? lines.find((line) => PLACE.test(line))?.trim() : undefined
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && WORD.test(value) ? value : undefined
}

function numberOrTruth(value: unknown): number | boolean | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}
