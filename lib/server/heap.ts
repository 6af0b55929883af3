import 'server-only'
import { setFlagsFromString } from 'node:v8'

/** In percent of what is alive; left to itself V8 lets garbage grow to several times that while memory is free. */
const GROWTH = 50

/** A page of interviews is parsed, stored and dropped: collected this often, a first pull adds half the memory and takes no longer. */
export function keepHeapSmall() {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
}
