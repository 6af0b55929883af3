import { expect, test } from 'vitest'
import { readEvening, readSamples } from './samples'
import { complaints } from './testing/client'

const [samples, evening] = [readSamples(), readEvening()]
const flows = [...samples.flows, ...evening.flows]
const interviews = [...samples.interviews, ...evening.interviews]

test('every sample interview has a shape that Ribbon sends or once sent', () => {
  for (const interview of interviews) expect(complaints('interviewOfAnyAge', interview)).toBeNull()
})

test('every sample flow has the shape that Ribbon sends', () => {
  for (const flow of flows) expect(complaints('flow', flow)).toBeNull()
})
