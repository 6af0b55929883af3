// What becomes of the reason of a vote when the same vote is cast again, by whoever knew of it and by whoever did not.
import { beforeEach, expect, test } from 'vitest'
import type { May } from '../auth/viewer'
import { givenViewer } from '../db/testing/fixtures'
import { givenInterview } from '../db/testing/interview'
import { castVote } from './commands'
import { listVotes } from './queries'
import type { VoteDraft } from './vote'

const OUTDATED = '2026-11-26T12:00:00.000Z'
const STANDING = [null, 'Calm']
const SAID = [undefined, null, '', 'Calm', 'Loud']
const KNOWN = ['does not look', 'knows it', 'knew of none', 'knew an older one'] as const

let aiko: May<'vote.cast'>
beforeEach(async () => {
  aiko = await givenViewer({ role: 'reviewer' })
})

const replacesOf = (castAt: string | undefined) => ({
  ...{ 'does not look': {}, 'knows it': { replaces: castAt ?? null } },
  ...{ 'knew of none': { replaces: null }, 'knew an older one': { replaces: OUTDATED } },
})

/** Hire stands for a reason, and hire is cast again. */
async function castAgain(standing: string | null, said: VoteDraft['reason'], known: (typeof KNOWN)[number]) {
  const { id } = await givenInterview()
  const { mine } = await castVote(aiko, id, { vote: 'hire', reason: standing })
  const draft = {
    vote: 'hire' as const,
    ...(said !== undefined && { reason: said }),
    ...replacesOf(mine?.castAt)[known],
  }
  const refusal = await castVote(aiko, id, draft).then(
    () => null,
    ({ code }: { code: string }) => code,
  )
  const { mine: now } = await listVotes(aiko, id)
  return { refusal, reason: now?.reason, isSameVersion: now?.castAt === mine?.castAt }
}

const cases = STANDING.flatMap((standing) =>
  SAID.flatMap((said) => KNOWN.map((known) => [standing, said, known] as const)),
)

test.each(cases)(
  'hire stands for %j; hire for %j from who %s loses no reason unasked',
  async (standing, said, known) => {
    const { refusal, reason, isSameVersion } = await castAgain(standing, said, known)
    const knows = known === 'does not look' || known === 'knows it'
    const wanted = said === undefined ? standing : said || null
    const losesWhatStands = standing !== null && wanted !== standing
    if (knows || !losesWhatStands) expect([refusal, reason]).toEqual([null, wanted])
    // There is nothing to ask its author where they said nothing.
    else expect([refusal, reason]).toEqual([wanted === null ? null : 'vote_changed', standing])
    expect(isSameVersion).toBe(reason === standing)
  },
)

test('another vote is never told why the one before it was cast', async () => {
  for (const said of SAID) {
    const { id } = await givenInterview()
    const { mine } = await castVote(aiko, id, { vote: 'hire', reason: 'Calm' })
    const draft = { vote: 'no_hire' as const, ...(said !== undefined && { reason: said }) }
    const votes = await castVote(aiko, id, { ...draft, replaces: mine?.castAt ?? null })
    expect(votes.mine).toMatchObject({ vote: 'no_hire', reason: said || null })
  }
})
