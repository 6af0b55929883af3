import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ribbonInterview } from './interview'
import { candidateEmail } from './candidate-email'
import { readEvent } from './webhook'

/** Letters of which each has one capital and one small form, with and without marks, of several scripts. */
const LETTERS = Array.from('abkzäöüéñçøłışğčžőæþдяжωλ').filter(
  (letter) => letter.toUpperCase().toLowerCase() === letter,
)
const local = fc.array(fc.constantFrom(...LETTERS, '.', '+', '7'), { minLength: 1, maxLength: 12 })
const written = fc.tuple(
  fc.array(fc.boolean(), { maxLength: 12 }),
  fc.constantFrom('NFC', 'NFD'),
  fc.constantFrom('', ' '),
)

type Writing = typeof written extends fc.Arbitrary<infer T> ? T : never
const write = (letters: string[], [capitals, form, around]: Writing) =>
  around +
  letters
    .map((one, at) => (capitals[at] ? one.toUpperCase() : one))
    .join('')
    .normalize(form) +
  '@example.com' +
  around

test('one address, however an interview and an event write it, is one candidate’s', () => {
  fc.assert(
    fc.property(local, written, written, (letters, inInterview, inEvent) => {
      const stored = ribbonInterview.parse({
        interview_flow_id: 'f',
        interview_id: 'i',
        status: 'incomplete',
        interview_data: { interviewee_email_address: write(letters, inInterview) },
      }).candidate.email
      const event = readEvent(
        new TextEncoder().encode(
          JSON.stringify({
            event_type: 'candidate_status_updated',
            interview_flow_id: 'f',
            interviewee_email: write(letters, inEvent),
            new_status: 'rejected',
          }),
        ),
      )
      expect(event).toMatchObject({ about: 'candidate', change: { email: stored } })
    }),
  )
})

test('what is stored stays as it is when it is read again, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const email = candidateEmail(text)
      expect(candidateEmail(email)).toBe(email)
    }),
  )
})
