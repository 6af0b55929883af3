import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { VOTES } from '@/lib/interviews/vote'
import type { CastVote } from '@/lib/votes/vote'
import { FinalistVotes } from '../compare/side/finalist-votes'
import { ColleagueVotes } from './colleague-votes'
import { VoteChoice } from './vote-choice'
import { VOTE_LABELS } from './vote-words'
import { VotesProvider } from './votes-context'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

const castOf = (vote: CastVote['vote']): CastVote => ({
  ...{ member: { id: vote, email: `${vote}@example.com`, name: null }, vote, reason: null },
  ...{ cast: 'open', castAt: '2026-11-26T12:00:00.000Z' },
})
const cast = VOTES.map((vote) => castOf(vote))
/** As they were cast. */
const all = cast.toReversed()

const drawn = (
  <VotesProvider
    interviewId="i1"
    me={{ id: 'ada', email: 'ada@example.com', name: null }}
    mayReveal={false}
    isClosed={false}
    drawn={{ votes: { mine: null, all }, hidesAssessment: false, at: 0 }}
  >
    <VoteChoice />
    <ColleagueVotes className="" />
  </VotesProvider>
)

/** Votes by their labels, in the order in which they are read: where they are cast, and where they are listed. */
const choicesIn = (html: string) => found(html, /<button[^>]*aria-label="(Strong no hire|No hire|Hire|Strong hire)"/g)
const votesIn = (html: string) =>
  found(html.replaceAll(/<button.*?<\/button>/g, ''), />(Strong no hire|No hire|Hire|Strong hire)</g)
const found = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), ([, label]) => label)

test('votes stand from strong no hire to strong hire where they are cast and where they are listed', () => {
  const inOrder = VOTES.map((vote) => VOTE_LABELS[vote])
  const html = renderToStaticMarkup(drawn)
  expect(choicesIn(html)).toEqual(inOrder)
  expect(votesIn(html)).toEqual(inOrder)
  expect(votesIn(renderToStaticMarkup(<FinalistVotes votes={{ mine: null, all: cast }} invalid={null} />))).toEqual(
    inOrder,
  )
})
