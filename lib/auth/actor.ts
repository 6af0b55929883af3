import type { Operator } from './operator'
import type { System } from './system'
import type { Viewer } from './viewer'

/** Whoever changes something. */
export type Actor = Viewer | Operator | System
