import 'server-only'
import { setFlagsFromString } from 'node:v8'

/** In percent of what is alive; left to itself V8 lets garbage grow to several times that while memory is free. */
const SMALL = 100
const AS_V8_SEES_FIT = 0

let working = 0

/**
 * While this work goes on garbage is collected early: interviews are parsed, stored and dropped by the thousand, and a first pull adds
 * less memory so. Earlier still and it takes a seventh more of the processor (docs/performance.md). Pages are drawn without it: they
 * would be held up by six times as many collections.
 */
export async function inSmallHeap<T>(work: () => Promise<T>): Promise<T> {
  if (working++ === 0) growBy(SMALL)
  try {
    return await work()
  } finally {
    if (--working === 0) growBy(AS_V8_SEES_FIT)
  }
}

function growBy(percent: number) {
  setFlagsFromString(`--heap-growing-percent=${percent}`)
}
