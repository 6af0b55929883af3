import { buttonClass } from '../ui/button'

/** A link to the list or a neighbour in it: on a phone as large as a finger. */
export const STEP_CLASS = `justify-self-start max-sm:size-11 max-sm:px-0 max-sm:-outline-offset-2 print:hidden ${buttonClass('quiet', 'small')}`
