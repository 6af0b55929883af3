import { COMMON_PASSWORDS } from './common-passwords'

// What people pad a short password with until it is long enough.
const FILLERS = [
  'debrief',
  'ribbon',
  'interview',
  'recruiter',
  'reviewer',
  'recruiting',
  'candidate',
  'hiring',
  'password',
  'passw0rd',
  'passwort',
  'passphrase',
  'contraseña',
  'motdepasse',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'changeme',
  'iloveyou',
  'qwerty',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'superman',
  'sunshine',
  'princess',
  'company',
  'secret',
  'login',
  'default',
  'temporary',
  'spring',
  'summer',
  'autumn',
  'winter',
]
const SEQUENCES = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const MIN_DISTINCT = 5
const MIN_LEFT_OVER = 8

/** True for what is tried first: leaked ones, repetitions, runs along the keyboard, and well-known words or the email with little added. */
export function isCommonPassword(password: string, email: string): boolean {
  const text = password.toLowerCase()
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
  if (COMMON_PASSWORDS.has(bare) || COMMON_PASSWORDS.has(bare.replace(/\d+$/, ''))) return true
  if (isPredictable(text) || (bare !== '' && isPredictable(bare))) return true

  const rest = without(text, [...emailWords(email), ...FILLERS])
  return rest !== text && (rest.length < MIN_LEFT_OVER || isPredictable(rest))
}

/** Longest first, so that `administrator` does not leave `istrator` behind. */
function without(text: string, words: string[]) {
  const longestFirst = words.toSorted((one, other) => other.length - one.length)
  return longestFirst.reduce((left, word) => left.replaceAll(word, ''), text)
}

function emailWords(email: string) {
  const whole = email.toLowerCase()
  return [whole, ...whole.split('@'), ...whole.split(/[^\p{L}\p{N}]/u)].filter((word) => word.length >= 3)
}

function isPredictable(text: string) {
  const characters = Array.from(text)
  return new Set(characters).size < MIN_DISTINCT || isPeriodic(characters) || isMostlySequential(characters)
}

/** `abcdabcdab`: the same few characters over and over. */
function isPeriodic(characters: string[]) {
  const longest = Math.floor(characters.length / 2)
  const periods = Array.from({ length: longest }, (_, index) => index + 1)
  return periods.some((period) => characters.slice(period).every((character, index) => character === characters[index]))
}

/** Two steps in three go to a neighbour in the alphabet, among the digits or on the keyboard, or stay. */
function isMostlySequential(characters: string[]) {
  const steps = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  return steps.filter((step) => isNeighbourly(step)).length * 3 >= steps.length * 2
}

function isNeighbourly(step: string) {
  const [first, second] = Array.from(step)
  return first === second || SEQUENCES.some((row) => row.includes(step) || row.includes(`${second}${first}`))
}
