import 'server-only'
import { after } from 'next/server'
import { cache } from 'react'
import { admitNext } from './admission'
import { Turns } from './turns'

/**
 * One: between any two steps of somebody else's list there is then at most one of a long page, which costs a replica that draws nothing
 * but candidates a twelfth of what it could; and for how long nobody waits any more.
 */
const turns = new Turns({ most: 1, longestMs: 1_000 })

/**
 * Waits for this request's turn to draw a page that may be long: of twenty who open a long interview at one moment all would be drawn at
 * once, and whoever asks for anything else meanwhile would wait for as long as all of them take. It is left once the page was sent, or
 * before, by what this returns.
 */
export const turnToDraw = cache(async (): Promise<() => void> => {
  const leave = await turns.take()
  admitNext()
  after(leave)
  return leave
})
