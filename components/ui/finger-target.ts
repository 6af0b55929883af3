/** Of a link or button that is one line of text high: a finger hits it in 44 pixels around it, without more room for it. */
export const FINGER_TARGET =
  'relative pointer-coarse:after:absolute pointer-coarse:after:-inset-x-2 pointer-coarse:after:-inset-y-3.5'
