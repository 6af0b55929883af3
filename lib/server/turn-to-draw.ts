import 'server-only'
import { after } from 'next/server'
import { cache } from 'react'
import { Turns } from './turns'

/** Two, so that one is drawn while the other's answers are on their way from the database; and for how long nobody waits any more. */
const turns = new Turns({ most: 2, longestMs: 1_000 })

/**
 * Waits for this request's turn to draw a page that may be long: of twenty who open a long interview at one moment all would be drawn at
 * once, and whoever asks for anything else meanwhile would wait for as long as all of them take. It is left once the page was sent, or
 * before, by what this returns.
 */
export const turnToDraw = cache(async (): Promise<() => void> => {
  const leave = await turns.take()
  after(leave)
  return leave
})
