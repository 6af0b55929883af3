/** `npm run fonts`: cuts out of Inter what the pages are mostly set in, and writes the rules that load it. */
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'
import { z } from 'zod'

const FOLDER = 'app/fonts'
const PACKAGE = 'node_modules/@fontsource-variable/inter'

/** The letters of each of the package's files, as CSS says them. */
const RANGES = z.object({ latin: z.string() }).parse(JSON.parse(readFileSync(`${PACKAGE}/unicode.json`, 'utf8')))

/** The range of each is asked for as one file, and takes the place of the package's own. */
const CUTS = [
  {
    from: 'inter-latin-wght-normal.woff2',
    to: 'inter-latin.woff2',
    range: RANGES.latin,
  },
  // Most names of Europe that need more than the first range; what else Inter has of Latin is five times as much.
  {
    from: 'inter-latin-ext-wght-normal.woff2',
    to: 'inter-latin-extended-a.woff2',
    range: 'U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B,U+1E9E',
  },
]

/** From plain to what is bold in a note. */
const WEIGHTS = { min: 400, max: 700 }

/** Of the names in a font the one that says where its licence is. */
const LICENCE_URL = 14

for (const { from, to, range } of CUTS) {
  const whole = readFileSync(`${PACKAGE}/files/${from}`)
  const cut = await subsetFont(whole, lettersOf(range), {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
    preserveNameIds: [LICENCE_URL],
  })
  writeFileSync(`${FOLDER}/${to}`, cut)
  console.log(`${to}: ${whole.length} → ${cut.length} bytes`)
}
writeFileSync(`${FOLDER}/inter.css`, ['/* Written by `npm run fonts`. */\n', ...CUTS.map(ruleOf)].join('\n'))
writeFileSync(`${FOLDER}/LICENSE`, readFileSync(`${PACKAGE}/LICENSE`))

/** Weights are named as the package names them: rules that differ in them would not be one font to the browser. */
function ruleOf({ to, range }: (typeof CUTS)[number]): string {
  return `@font-face {
  font-family: 'Inter Variable';
  font-style: normal;
  font-display: swap;
  font-weight: 100 900;
  src: url(./${to}) format('woff2-variations');
  unicode-range: ${range.replaceAll(',', ', ')};
}
`
}

function lettersOf(range: string): string {
  return range
    .replaceAll('U+', '')
    .split(',')
    .flatMap((part) => {
      const [first = NaN, last = first] = part.split('-').map((hex) => Number.parseInt(hex, 16))
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
    })
    .join('')
}
