import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digitPlaced, isComposing, keyPressed, shortcutOf, type Press } from './key-pressed'

function press(key: string, code: string, more: Partial<Press> = {}): Press {
  const none = { keyCode: 0, isComposing: false, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
  return { key, code, ...none, ...more }
}

const shift = { shiftKey: true }
const alt = { altKey: true }
const altGr = { altKey: true, ctrlKey: true }

const LAYOUTS: Record<string, [shortcut: string, typed: Press][]> = {
  English: [
    ['k', press('k', 'KeyK')],
    ['k', press('K', 'KeyK', shift)],
    ['/', press('/', 'Slash')],
    ['?', press('?', 'Slash', shift)],
    ['<', press('<', 'Comma', shift)],
    [']', press(']', 'BracketRight')],
    [' ', press(' ', 'Space')],
    ['ArrowLeft', press('ArrowLeft', 'ArrowLeft')],
    ['Home', press('Home', 'Home')],
  ],
  'English with caps lock': [
    ['k', press('K', 'KeyK')],
    ['k', press('k', 'KeyK', shift)],
  ],
  Dvorak: [
    ['k', press('k', 'KeyV')],
    ['t', press('t', 'KeyK')],
    ['/', press('/', 'BracketLeft')],
    ['z', press('z', 'Slash')],
  ],
  'German, Windows': [
    ['/', press('/', 'Digit7', shift)],
    ['?', press('?', 'Minus', shift)],
    ['<', press('<', 'IntlBackslash')],
    ['>', press('>', 'IntlBackslash', shift)],
    ['[', press('[', 'Digit8', altGr)],
    [']', press(']', 'Digit9', altGr)],
    ['[', press('[', 'Digit8')],
    ['ü', press('ü', 'BracketLeft')],
    ['+', press('+', 'BracketRight')],
    ['-', press('-', 'Slash')],
  ],
  'German, Mac': [
    ['[', press('[', 'Digit5', alt)],
    [']', press(']', 'Digit6', alt)],
  ],
  'Swedish, Mac': [
    ['[', press('[', 'Digit8', alt)],
    [']', press(']', 'Digit9', alt)],
    ['å', press('å', 'BracketLeft')],
  ],
  'Turkish, Mac': [
    ['[', press('[', 'Digit8', alt)],
    [']', press(']', 'Digit9', alt)],
    ['ğ', press('ğ', 'BracketLeft')],
  ],
  'Italian, Mac': [
    ['[', press('[', 'BracketLeft', alt)],
    [']', press(']', 'BracketRight', alt)],
  ],
  French: [
    ['/', press('/', 'Period', shift)],
    ['?', press('?', 'KeyM', shift)],
    ['.', press('.', 'Comma', shift)],
    ['[', press('[', 'Digit5', { ...alt, ...shift })],
  ],
  Russian: [
    ['k', press('л', 'KeyK')],
    ['k', press('Л', 'KeyK', shift)],
    ['j', press('о', 'KeyJ')],
    ['s', press('ы', 'KeyS')],
    ['[', press('х', 'BracketLeft')],
    [']', press('ъ', 'BracketRight')],
    ['<', press('Б', 'Comma', shift)],
    ['>', press('Ю', 'Period', shift)],
    ['/', press('.', 'Slash')],
    ['?', press(',', 'Slash', shift)],
  ],
  Greek: [
    ['k', press('κ', 'KeyK')],
    ['x', press('χ', 'KeyX')],
    ['/', press('/', 'Slash')],
  ],
  Hebrew: [
    ['k', press('ל', 'KeyK')],
    ['/', press('.', 'Slash')],
    ['/', press('/', 'KeyQ')],
    [']', press(']', 'BracketLeft')],
    ['>', press('>', 'Comma', shift)],
  ],
  Arabic: [
    ['k', press('ن', 'KeyK')],
    ['b', press('لا', 'KeyB')],
    ['?', press('؟', 'Slash', shift)],
    ['[', press('ج', 'BracketLeft')],
    ['3', press('٣', 'Digit3')],
  ],
  'Korean, Thai, Hindi, Japanese kana': [
    ['k', press('ㅏ', 'KeyK')],
    ['k', press('า', 'KeyK')],
    ['x', press('ं', 'KeyX')],
    ['k', press('の', 'KeyK')],
  ],
}

const CASES = Object.entries(LAYOUTS).flatMap(([layout, typed]) =>
  typed.map(([shortcut, event]) => ({ layout, shortcut, event })),
)

test.each(CASES)('$layout: $event.key at $event.code is $shortcut', ({ shortcut, event }) => {
  expect(shortcutOf(event)).toBe(shortcut)
})

test.each([
  ['1', press('&', 'Digit1')],
  ['3', press('"', 'Digit3')],
  ['2', press('ě', 'Digit2')],
  ['4', press('4', 'Digit4')],
  [null, press('1', 'Digit1', shift)],
  [null, press('!', 'Digit1', shift)],
  [null, press('&', 'Digit1', { ctrlKey: true })],
  [null, press('[', 'Digit5', { altKey: true, metaKey: true })],
  [null, press('&', 'Digit1', { isComposing: true })],
  [null, press('1', 'Numpad1')],
  [null, press('k', 'KeyK')],
] as const)('the digit in the place of a key is %s', (digit, event) => {
  expect(digitPlaced(event)).toBe(digit)
})

test.each(CASES)('$layout: $event.key with Ctrl or ⌘ is no shortcut of its own', ({ event }) => {
  if (!event.altKey) expect(shortcutOf({ ...event, ctrlKey: true })).toBeNull()
  expect(shortcutOf({ ...event, metaKey: true })).toBeNull()
})

test.each(CASES)('$layout: $event.key is left to an input method that takes it', ({ event }) => {
  for (const taken of [{ isComposing: true }, { keyCode: 229 }]) {
    expect(isComposing({ ...event, ...taken })).toBe(true)
    expect(shortcutOf({ ...event, ...taken })).toBeNull()
  }
})

test.each([
  ['˚', 'KeyK'],
  ['k', 'KeyK'],
  ['л', 'KeyK'],
  ['“', 'BracketLeft'],
  ['5', 'Digit5'],
  ['ArrowLeft', 'ArrowLeft'],
  ['Dead', 'KeyN'],
])('Alt with %s stays with the browser and its menus', (key, code) => {
  expect(shortcutOf(press(key, code, alt))).toBeNull()
})

test.each([press('k', 'KeyK'), press('K', 'KeyK'), press('л', 'KeyK'), press('ل', 'KeyK'), press('k', 'KeyV')])(
  'the palette’s K is found where the layout has it: $key',
  (event) => {
    expect(keyPressed({ ...event, ctrlKey: true })).toBe('k')
  },
)

test('only the Enter of Safari after a composition has no sign but its code', () => {
  expect(isComposing(press('Enter', 'Enter', { keyCode: 229 }))).toBe(true)
  expect(isComposing(press('Enter', 'Enter', { keyCode: 13 }))).toBe(false)
})

test('no field takes keys from an input method, and no shortcut a letter of one layout alone', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  )
  const texts = files.map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }))
  const typedIn = texts.filter(({ text }) => /<(?:textarea|input|Field)\b/.test(text) && text.includes('onKeyDown'))
  expect(typedIn.length).toBeGreaterThan(4)
  // A slider is no field of text.
  const deaf = typedIn.filter(({ path, text }) => !text.includes('isComposing') && path !== 'player/timeline.tsx')
  const ofOneLayout = texts.filter(({ text }) => /event\.key\.toLowerCase\(\)|\bkey === '[a-z]'/.test(text))
  expect([...deaf, ...ofOneLayout].map(({ path }) => path)).toEqual([])
})
