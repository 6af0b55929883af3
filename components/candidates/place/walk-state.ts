import { candidatePath } from '../identity/candidate-path'

/** What sounds when somebody goes on: an answer, which ends, or the recording. */
export type Sounding = 'answer' | 'recording' | null

/** What of a candidate's page goes along to the next one: parameters of its address, and what plays on there. */
type WalkState = { question: string | null; listen: string | null; sounding: Sounding; hasEnded?: boolean }

let read: (() => WalkState) | null = null
let step: { to: string; sounding: Sounding } | null = null

/** `state` is asked at each step until the returned function is called. */
export function offerWalkState(state: () => WalkState): () => void {
  read = state
  return () => {
    if (read === state) read = null
  }
}

/** Where a step leads: to another candidate of the list, as this one is listened to. */
export function walkTo(id: string, search: string): string {
  const { question, listen, sounding } = read?.() ?? { ...walkedWith(), sounding: null }
  step = { to: id, sounding }
  const query = new URLSearchParams(search)
  if (question) query.set('question', question)
  if (listen) query.set('listen', listen)
  return candidatePath(id, query.toString())
}

/**
 * Where somebody goes on who is done with this one: to the start of another, which is listened to in the same way. Who has heard
 * this one to its end goes on hearing.
 */
export function walkOn(id: string, search: string): string {
  const { listen, sounding, hasEnded } = read?.() ?? { ...walkedWith(), sounding: null, hasEnded: false }
  step = { to: id, sounding: sounding || hasEnded ? 'recording' : null }
  return startOf(id, search, listen)
}

/** The address of an interview from its start, listened to as that says. */
export function startOf(id: string, search: string, listen: string | null): string {
  const query = new URLSearchParams(search)
  if (listen) query.set('listen', listen)
  return candidatePath(id, query.toString())
}

/** Somebody has asked to hear this interview: it plays as its page opens. */
export function playAsItOpens(id: string) {
  step = { to: id, sounding: 'recording' }
}

/** What came along to this page, which has no use for it where nothing can be played. */
export function walkedWith(): Pick<WalkState, 'question' | 'listen'> {
  const query = new URLSearchParams(window.location.search)
  return { question: query.get('question'), listen: query.get('listen') }
}

/** What sounded where the last step came from, if it led to this interview; told once. */
export function takeSounding(id: string): Sounding {
  const sounding = step?.to === id ? step.sounding : null
  step = null
  return sounding
}
