/**
 * `npm run icons`: writes the icons that pages show, of Lucide, as a mask of CSS: each is one element of a page and none of its
 * script. They stand below each other in one picture, since a browser takes its time to open each that it is given.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createElement, type ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { z } from 'zod'

const NAMED_IN = 'components/ui/icons.tsx'
const WRITTEN_TO = 'app/icons.css'

/** What a name ends on that is drawn in another way than Lucide draws it. */
const WAYS = {
  thin: { width: 1.75, fill: 'none' },
  bold: { width: 2.5, fill: 'none' },
  solid: { width: 2, fill: '#000' },
} as const
const USUAL = { width: 2, fill: 'none' }

/** Of one icon, in the units in which Lucide draws. */
const SIDE = 24

const drawing = z.object({ default: z.custom<ComponentType>() })

const names = Array.from(readFileSync(NAMED_IN, 'utf8').matchAll(/= icon\('([a-z0-9-]+)'\)/g), ([, name = '']) => name)
const drawn = (await Promise.all(names.map(draw))).join('')
const picture = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${SIDE} ${SIDE * names.length}' stroke='#000' stroke-linecap='round' stroke-linejoin='round'>${drawn}</svg>`
const places = names.map((name, index) => {
  const place = Number(((100 * index) / (names.length - 1)).toFixed(4))
  return `.icon-${name} {
  mask-position: 0 ${place}%;
}
`
})
writeFileSync(
  WRITTEN_TO,
  `/* Written by \`npm run icons\` from Lucide (https://lucide.dev), which is under the ISC License. */

@layer components {
  .icon {
    display: block;
    flex: none;
    background: currentColor;
    forced-color-adjust: preserve-parent-color;
    mask-image: url("data:image/svg+xml,${picture.replaceAll(/[<>#]/g, encodeURIComponent)}");
    mask-size: 100% ${100 * names.length}%;
    vertical-align: middle;
  }

  @media (forced-colors: active) {
    @supports not (forced-color-adjust: preserve-parent-color) {
      .icon {
        background: CanvasText;
      }
    }
  }
}

${places.join('\n')}`,
)
console.log(`${WRITTEN_TO}: ${names.length} icons`)

async function draw(name: string, index: number): Promise<string> {
  const [, of = name, way = ''] = /^(.*)-(thin|bold|solid)$/.exec(name) ?? []
  const { width, fill } = way in WAYS ? WAYS[way as keyof typeof WAYS] : USUAL
  const { default: Icon } = drawing.parse(await import(`lucide-react/icons/${of}`))
  const shapes = renderToStaticMarkup(createElement(Icon))
    .replaceAll(/^<svg[^>]*>|<\/svg>$/g, '')
    .replaceAll(/><\/\w+>/g, '/>')
    .replaceAll('"', "'")
  return `<g transform='translate(0 ${SIDE * index})' fill='${fill}' stroke-width='${width}'>${shapes}</g>`
}
