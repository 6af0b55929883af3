import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Button } from './button'

test.each([
  ['h-10 w-full', ['h-9'], ['h-10', 'w-full', 'px-3.5']],
  ['text-xs', ['text-sm'], ['text-xs', 'text-ink']],
  ['text-bad', ['text-ink'], ['text-bad', 'button']],
  ['hover:bg-accent-soft', ['hover:bg-hover'], ['hover:bg-accent-soft', 'bg-raised']],
  ['border-bad', ['border-edge'], ['border-bad', 'border']],
  ['px-1 rounded', ['px-3.5'], ['px-1', 'rounded', 'button']],
])('what is said of a button by %s stands instead of its own classes, and only of those', (given, gone, kept) => {
  const classes = /class="([^"]*)"/.exec(renderToStaticMarkup(<Button className={given} />))?.[1]?.split(' ')
  expect(classes).toEqual(expect.arrayContaining(kept))
  expect(classes?.filter((name) => gone.includes(name))).toEqual([])
})
