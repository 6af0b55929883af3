import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PasskeyRequirement } from '@/lib/passkey-requirement'
import { PasskeyRule } from './passkey-rule'

const drawn = (initial: PasskeyRequirement, canBe: boolean) =>
  renderToStaticMarkup(<PasskeyRule initial={initial} canBe={canBe} />)
const choicesIn = (html: string) => [...html.matchAll(/<option value="(\w+)"/g)].map(([, key]) => key)

test('a passkey can be required where there are any', () => {
  expect(choicesIn(drawn('nobody', true))).toEqual(['nobody', 'admins', 'everybody'])
})

test('under an address of numbers it is said why none can, and what was required before is taken back', () => {
  const html = drawn('nobody', false)
  expect(html).toContain('NEXTAUTH_URL has numbers')
  expect(html).not.toContain('<select')
  expect(choicesIn(drawn('admins', false))).toEqual(['nobody', 'admins'])
})
