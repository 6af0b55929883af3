// @vitest-environment happy-dom
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import type { Attempt } from '@/lib/attempts/attempt'
import { AttemptsLine } from './attempts-line'

// It asks for the router of a page that Next has drawn.
vi.mock('next/link', () => ({
  default: ({ href, children }: { href: string; children: ReactNode }) => <a href={href}>{children}</a>,
}))

const attempt: Attempt = {
  ...{ id: '1', candidate: { name: 'Ingrid', email: null }, state: 'ready', invalid: null, isLinked: false },
  ...{ votes: { is: 'hidden', mine: null, until: 'my_vote' }, firstSeenAt: '2026-11-25T00:00:00Z' },
  ...{ number: 1, total: 1 },
}

/** What is said on the page of the first of `total` attempts, of which so many are told. */
function textOf(total: number, told: number): string {
  const attempts = Array.from({ length: told }, (_, at) => ({ ...attempt, id: `${at + 1}`, number: at + 1, total }))
  return renderToStaticMarkup(
    <AttemptsLine interviewId="1" attempts={attempts} search="" mayLink={false} />,
  ).replaceAll(/<[^>]*>/g, '')
}

test('of more attempts than are listed it is said how many there are, and where they are found', () => {
  expect(textOf(300, 50)).toContain('Attempt 1 of 300')
  expect(textOf(300, 50)).toContain('250 more are not listed. Search Candidates for the name or email to find them.')
  expect(textOf(51, 50)).toContain('1 more is not listed. Search Candidates for the name or email to find it.')
})

test('where all are listed nothing is said of others', () => {
  expect(textOf(2, 2)).toContain('Attempt 1 of 2')
  expect(textOf(2, 2)).not.toContain('listed')
})
