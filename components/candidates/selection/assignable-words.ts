import type { Assignable } from '@/lib/assignments/assignment'

const WHY = 'not taken yet, or marked as invalid'

/** What of so many ticked interviews can be assigned, and why the others cannot. */
export function assignableWords({ interviews, unassigned }: Assignable, ticked: number): string {
  const others = ticked - interviews
  if (interviews === 0) return `${ticked === 1 ? 'It cannot' : 'None of them can'} be assigned: ${WHY}.`
  const each = others === 0 ? 'To each member you choose.' : `${interviews} of ${ticked} to each member you choose.`
  const rest = others === 0 ? '' : ` The other ${others === 1 ? '1 is' : `${others} are`} ${WHY}.`
  return `${each} ${nobodyWords(interviews, unassigned)}${rest}`
}

function nobodyWords(interviews: number, unassigned: number): string {
  if (unassigned === 0) return interviews === 1 ? 'Somebody has it already.' : 'Somebody has each of them already.'
  if (unassigned === interviews) return interviews === 1 ? 'Nobody has it yet.' : 'Nobody has any of them yet.'
  return `Nobody has ${unassigned} of them yet.`
}
