import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { interviewId } from '@/lib/interviews/interview-id'
import type { Agenda } from '@/lib/votes/agenda/agenda'
import { AgendaScreen } from './agenda-screen'

// It asks for the router of a page that Next has drawn.
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }))

const member = (name: string) => ({ id: name, email: `${name}@example.com`, name })
const castAt = '2026-11-26T12:00:00.000Z'
const AGENDA: Agenda = {
  total: 2,
  items: [
    {
      interview: {
        id: interviewId.parse('i1'),
        candidate: { name: 'Ingrid Solheim', email: null },
        flowTitle: 'Night shift',
      },
      votes: [
        { member: member('Ada'), vote: 'no_hire', reason: 'Too sure', cast: 'revealed', castAt, moments: [] },
        {
          ...{ member: member('Mara'), vote: 'strong_hire', reason: null, cast: 'blind', castAt },
          moments: [{ noteId: 'n1', at: 101.2, text: 'owned the accident' }],
        },
      ],
    },
  ],
}

test('each vote stands beside its author, its reason, what they knew, and the moment that they quote', () => {
  const page = renderToStaticMarkup(<AgendaScreen agenda={AGENDA} flowIds={[]} />)
  const text = page.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|')
  expect(text).toContain('Ingrid Solheim|Night shift|No hire|Ada|, voted after seeing the scores|Too sure|')
  expect(text).toContain('Strong hire|Mara|, blind|1:41|owned the accident|')
  expect(page).toContain('/candidates/i1?t=101.2#note-n1')
  expect(text).toContain('1 more is split less widely')
})

test('where nothing is split it says what may be hidden, and leads to what waits for a vote', () => {
  const page = renderToStaticMarkup(<AgendaScreen agenda={{ items: [], total: 0 }} flowIds={[]} />)
  expect(page).toContain('hidden until you vote')
  expect(page).toContain('/candidates?vote=none')
})

test('what leads on from the agenda of some flows is about these, and not about what is invalid', () => {
  const page = renderToStaticMarkup(<AgendaScreen agenda={{ items: [], total: 3 }} flowIds={['one', 'other']} />)
  const links = Array.from(page.matchAll(/"\/candidates\?([^"]*)"/g), ([, search = '']) =>
    Object.fromEntries(new URLSearchParams(search.replaceAll('&amp;', '&'))),
  )
  expect(links).toEqual([
    { flow: 'one,other', vote: 'none' },
    { flow: 'one,other', votes: 'split', invalid: 'no' },
  ])
})
