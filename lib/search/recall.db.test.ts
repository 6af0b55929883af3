import { array, assert, asyncProperty, constantFrom, integer, record, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import type { Viewer } from '../auth/viewer'
import { db } from '../db/client'
import { flowSettings } from '../db/schema/flow-settings'
import { givenViewer } from '../db/testing/fixtures'
import { givenFlow, givenInterview, givenTalk, givenToCome } from '../db/testing/interview'
import { interviewsOf, seen } from '../interviews/seen'
import type { Speaker } from '../transcript/transcript'
import type { RibbonInterview } from '../ribbon/interview'
import { writeNote } from '../notes/commands'
import { partsIn } from '../text/fold'
import { saysByText } from './by-text'
import { findTerms } from './found-terms'
import { placesOf } from './matches'
import { parseQuery, type Term } from './query'
import { found, team } from './testing/search'

const word = constantFrom(
  'night',
  'Nights',
  'shift',
  'the',
  'José',
  'jose',
  'don’t',
  'dont',
  'C++',
  '4.5',
  'é',
  'a',
  'l’é',
  "o'night",
  'le\u0301',
  'ni\u00ADght',
  'shift\u200Ca',
)
const unspaced = constantFrom('夜勤', '夜間', '勤務', 'กะดึก', 'ดึก', 'ナイト', 'ｶﾞ')
const rightToLeft = constantFrom('أعمل', 'اعمل', 'المستودع', 'مُستودع')
const spoken = array(
  constantFrom('said', 'asked').chain((who) => tuple(constantFrom(who), phraseOf(8))),
  { maxLength: 5 },
)
const noted = array(phraseOf(6), { maxLength: 2 })
/** In one of two flows of the same title, or in none; `hidden` keeps its assessments from whoever has not voted. */
const inFlow = constantFrom('none', 'shown', 'hidden')
/** One that is not indexed yet is found by nothing. */
const isToCome = integer({ min: 0, max: 4 }).map((chance) => chance === 0)
const interview = record({ spoken, name: phraseOf(2), summary: phraseOf(6), inFlow, noted, isToCome })

function phraseOf(maxLength: number) {
  const pieces = array(
    constantFrom(word, unspaced, rightToLeft).chain((piece) => piece),
    { minLength: 1, maxLength },
  )
  return tuple(pieces, constantFrom(' ', ', ', '')).map(([parts, separator]) => parts.join(separator))
}

const asked = tuple(
  constantFrom('', '', '-'),
  constantFrom('', '', 'said:', 'asked:', 'name:', 'flow:', 'note:'),
  constantFrom('"', '"', ''),
  phraseOf(4),
).map(([minus, field, quote, text]) => `${minus}${field}${quote}${quote ? text : text.split(' ')[0]}${quote}`)

test.each([
  ['few flows', 0],
  ['many flows', 150],
])(
  'recall equals a plain scan of the words, by the index and by the texts, where %s are called the same',
  async (_, count) => {
    const flowTitle = 'Night shift, 夜勤'
    for (let others = 0; others < count; others++) await givenFlow({ title: flowTitle })
    await assert(
      asyncProperty(
        array(interview, { minLength: 1, maxLength: 6 }),
        array(asked, { minLength: 20, maxLength: 20 }),
        integer(),
        async (given, queries, cut) => {
          const teamId = team()
          const viewer = await givenViewer({ teams: [teamId] })
          const flow = await givenFlow({ teamId, title: flowTitle })
          const hidden = await givenFlow({ teamId, title: flowTitle })
          await db().insert(flowSettings).values({ flowId: hidden.id, blindColleagues: false, blindAssessment: true })
          const stored: Noted[] = []
          for (const { spoken: lines, name, summary, inFlow: where, noted: notes, isToCome: comes } of given) {
            const talk = givenTalk(
              lines.map(([who, text]): [Speaker, string] => [who === 'said' ? 'candidate' : 'agent', text]),
            )
            const flowId = { none: null, shown: flow.id, hidden: hidden.id }[where]
            const rest = { summary, candidate: { name, email: null }, flowId }
            const one = await (comes ? givenToCome : givenInterview)({ teamId, ...rest, ...talk })
            for (const body of notes) {
              const draft = { parentId: null, body, at: null, quote: null }
              await writeNote(viewer, { interviewId: one.id, noteId: crypto.randomUUID() }, draft)
            }
            if (!comes) stored.push({ ...one, notes, summary: where === 'hidden' ? null : summary })
          }
          for (const [index, query] of queries.entries()) {
            const q = index % 3 === 0 ? `${query} ${queries[Math.abs(cut) % 20]}` : query
            const expected = stored.filter((one) => parseQuery(q).every((term) => scan(one, flowTitle, term)))
            const ids = expected.map(({ id }) => id).toSorted()
            expect((await found(viewer, q)).toSorted(), q).toEqual(ids)
            expect(await foundByText(viewer, q), `${q} by the texts`).toEqual(ids)
          }
        },
      ),
      { numRuns: 20 },
    )
  },
  300_000,
)

async function foundByText(viewer: Viewer, q: string): Promise<string[]> {
  const terms = await findTerms(db(), viewer, parseQuery(q))
  if (terms.length === 0) return (await found(viewer, q)).toSorted()
  const rows = await db().select({ id: seen.id }).from(interviewsOf(viewer)).where(saysByText(viewer, terms))
  return rows.map(({ id }) => id).toSorted()
}

/** With what its reader may know of it. */
type Noted = RibbonInterview & { notes: string[] }

/** Looks at every word, one after the other. */
function scan(one: Noted, title: string, term: Term): boolean {
  const said = one.segments.filter(({ speaker }) => speaker === 'candidate').map(({ text }) => text)
  const questioned = one.segments.filter(({ speaker }) => speaker !== 'candidate').map(({ text }) => text)
  const name = [one.candidate.name ?? '']
  const flow = one.flowId === null ? [] : [title]
  const lines = {
    ...{ said, asked: questioned, name, flow, note: one.notes },
    any: [...said, ...name, ...flow, ...(one.summary ?? '').split('\n'), ...one.notes],
  }[term.field]
  return lines.some((line) => placesOf(term, partsIn(line)).length > 0) !== term.isExcluded
}
