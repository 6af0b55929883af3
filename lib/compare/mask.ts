import { nameFinder } from '../text/names-said'
import type { Patch } from '../text/patched'
import type { Candidate } from '../interviews/interview'

/** By its letters a name is short, of middle length or long: no more of it is shown. */
const SIZES = [
  { letters: 4, mask: '▇▇' },
  { letters: 7, mask: '▇▇▇▇' },
  { letters: Infinity, mask: '▇▇▇▇▇▇' },
]

/** Other words for what of a text names somebody. */
export type Mask = (text: string) => Patch[]

/** What stands in a text in place of a candidate's name, of each of its words, and of what their email says of it. */
export function maskOf(candidate: Candidate): Mask {
  return maskOfAll([candidate])
}

export function maskOfAll(candidates: Candidate[]): Mask {
  const find = nameFinder(candidates.flatMap((candidate) => namesOf(candidate)))
  return (text) => find(text).map((span) => ({ ...span, text: maskFor(text.slice(span.from, span.to)) }))
}

/** Of whom no name is known the email is one; of others, only all of its mailbox in one word. */
function namesOf({ name, email }: Candidate): string[] {
  const mailbox = email?.split('@')[0] ?? ''
  return [name ?? mailbox, mailbox.replace(/[^\p{L}]+/gu, '')].filter((said) => said !== '')
}

function maskFor(name: string): string {
  const length = Array.from(name).length
  return SIZES.find(({ letters }) => length <= letters)?.mask ?? ''
}
