export type Pair = { interviewId: string; memberId: string }

/** Each interview once, with who of these members may be given it, in their order, and who has it. */
export function sharedAmong(pairs: Pair[], standing: Pair[], memberIds: string[]) {
  const able = membersByInterview(pairs)
  const taken = membersByInterview(standing)
  return Array.from(able, ([interviewId, may]) => ({
    interviewId,
    eligible: memberIds.filter((id) => may.has(id)),
    taken: taken.get(interviewId) ?? NOBODY,
  }))
}

const NOBODY: ReadonlySet<string> = new Set()

function membersByInterview(pairs: Pair[]): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>()
  for (const { interviewId, memberId } of pairs) {
    const of = members.get(interviewId)
    if (of) of.add(memberId)
    else members.set(interviewId, new Set([memberId]))
  }
  return members
}

/** How many of these each member has. */
export function loadOf(standing: Pair[]): Map<string, number> {
  const load = new Map<string, number>()
  for (const { memberId } of standing) load.set(memberId, (load.get(memberId) ?? 0) + 1)
  return load
}
