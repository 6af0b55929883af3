import { readFileSync } from 'node:fs'

export type Vocabulary = {
  /** Commonest first. */
  words: string[]
  firstNames: string[]
  lastNames: string[]
  space: string
  comma: string
  stops: string[]
}

const LANGUAGES = ['en', 'es', 'de', 'fr', 'ja', 'ar']
const SIGNS: Record<string, Pick<Vocabulary, 'space' | 'comma' | 'stops'>> = {
  ja: { space: '', comma: '、', stops: ['。', '。', '。', 'か。'] },
  ar: { space: ' ', comma: '،', stops: ['.', '.', '.', '؟'] },
}
const LATIN = { space: ' ', comma: ',', stops: ['.', '.', '.', '.', '?', '!'] }

const read = new Map<string, Vocabulary>()

/** The vocabulary of a flow's language (`es-419`), English for those without one. */
export function vocabularyOf(language: string | null): Vocabulary {
  const wanted = language?.slice(0, 2) ?? 'en'
  const code = LANGUAGES.includes(wanted) ? wanted : 'en'
  const known = read.get(code) ?? readVocabulary(code)
  read.set(code, known)
  return known
}

function readVocabulary(code: string): Vocabulary {
  const text = readFileSync(new URL(`words/${code}.txt`, import.meta.url), 'utf8')
  const [words = [], firstNames = [], lastNames = []] = text.split('\n\n').map((part) => part.trim().split(/\s+/))
  return { words, firstNames, lastNames, ...(SIGNS[code] ?? LATIN) }
}
