import { memberEmail } from '../auth/sign-in/email'
import type { RefusedLine } from './invitation'

/** `Ada Byron <ada@example.com>`, as mail programs copy it. */
const IN_BRACKETS = /<([^<>]+)>\s*$/

/** The addresses among what was pasted, each once and as members' are; and what is none, as it was typed. */
export function sortLines(lines: string[]): { addresses: string[]; refused: RefusedLine[] } {
  const addresses = new Set<string>()
  const refused = new Map<string, RefusedLine>()
  for (const line of lines) {
    const typed = IN_BRACKETS.exec(line)?.[1] ?? line
    const parsed = memberEmail.safeParse(typed)
    if (parsed.success) addresses.add(parsed.data)
    else if (line.trim() !== '') refused.set(line, { email: line, reason: 'not an address' })
  }
  return { addresses: [...addresses], refused: [...refused.values()] }
}
