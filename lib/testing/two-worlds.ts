// What is done in two worlds at once, and what is asked there.
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { InterviewId } from '../interviews/interview-id'
import type { InterviewFilter } from '../interviews/list/filter'
import { requireInterviewFilter } from '../interviews/list/required-filter'
import { questionKey } from '../transcript/question-key'
import { INTERVIEWS, neutral, QUESTION, type World } from './worlds'

export const KEY = questionKey(QUESTION)

export type Who = keyof World['readers']
/** Parameters of a list. */
export type Search = { [name: string]: string }
/** What is done in each world, and what is asked there: the answers are compared. */
export type Real = {
  worlds: [World, World]
  asOf: Map<string, string>
  noteIds: Map<string, string[]>
  rescored: number
}
export type Answer = (world: World, real: Real) => Promise<unknown>

abstract class Step {
  constructor(
    readonly name: string,
    readonly answer: Answer,
  ) {}
  check = () => true
  toString = () => this.name
}

export class Asked extends Step implements fc.AsyncCommand<object, Real> {
  async run(_: object, real: Real) {
    const [a, b] = real.worlds
    const [ofA, ofB] = [await outcomeOf(this.answer(a, real)), await outcomeOf(this.answer(b, real))]
    expect(neutral(b, ofB), this.name).toBe(neutral(a, ofA))
  }
}

/** What colleagues do: not alike in the two worlds where it is hidden, and nothing is compared. None of it is refused: then nothing would be hidden. */
export class Done extends Step implements fc.AsyncCommand<object, Real> {
  async run(_: object, real: Real) {
    for (const world of real.worlds) await this.answer(world, real)
  }
}

export async function outcomeOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return { value: await asked }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === undefined) throw error
    return { code }
  }
}

export const filterOf = (search: Search): InterviewFilter => requireInterviewFilter(new URLSearchParams(search))
export const who = fc.constantFrom<Who>('reviewer', 'recruiter')
export const secret = fc.integer({ min: 1, max: INTERVIEWS - 1 })
export const any = fc.integer({ min: 0, max: INTERVIEWS - 1 })
export const idOf = (world: World, at: number): InterviewId => world.ids[at] as InterviewId
