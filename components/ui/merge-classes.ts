import { createTailwindMerge } from 'tailwind-merge'

/**
 * Tailwind's classes, of which a later one takes the place of an earlier one that says another thing of the same property, wherever
 * the style sheet has them. It knows what a button is made of: the library's own list of all classes is 8 kB on every page.
 */
export const mergeClasses = createTailwindMerge(() => ({
  cacheSize: 100,
  theme: {},
  classGroups: {
    height: [{ h: [any] }],
    width: [{ w: [any] }],
    padding: [{ px: [any] }],
    border: ['border', 'border-0'],
    edge: [{ border: [any] }],
    background: [{ bg: [any] }],
    size: [{ text: [isSize] }],
    colour: [{ text: [any] }],
  },
  conflictingClassGroups: {},
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: ['after', 'before'],
}))

function any() {
  return true
}

function isSize(value: string): boolean {
  return /^(\d?xs|sm|base|lg|\d?xl)$/.test(value)
}
