/** `npm run icons`: writes the icons that pages show, of Lucide, as masks of CSS: each is one element of a page and none of its script. */
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

const drawing = z.object({ default: z.custom<ComponentType>() })

const names = Array.from(readFileSync(NAMED_IN, 'utf8').matchAll(/= icon\('([a-z0-9-]+)'\)/g), ([, name = '']) => name)
const rules = await Promise.all(names.map(ruleOf))
writeFileSync(
  WRITTEN_TO,
  `/* Written by \`npm run icons\` from Lucide (https://lucide.dev), which is under the ISC License. */

@layer components {
  .icon {
    display: block;
    flex: none;
    background: currentColor;
    forced-color-adjust: preserve-parent-color;
    mask: var(--icon) center / 100% no-repeat;
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

${rules.join('\n')}`,
)
console.log(`${WRITTEN_TO}: ${names.length} icons`)

async function ruleOf(name: string): Promise<string> {
  const [, of = name, way = ''] = /^(.*)-(thin|bold|solid)$/.exec(name) ?? []
  const { width, fill } = way in WAYS ? WAYS[way as keyof typeof WAYS] : USUAL
  const { default: Icon } = drawing.parse(await import(`lucide-react/icons/${of}`))
  const shapes = renderToStaticMarkup(createElement(Icon))
    .replaceAll(/^<svg[^>]*>|<\/svg>$/g, '')
    .replaceAll(/><\/\w+>/g, '/>')
    .replaceAll('"', "'")
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='${fill}' stroke='#000' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'>${shapes}</svg>`
  return `.icon-${name} {
  --icon: url("data:image/svg+xml,${svg.replaceAll(/[<>#]/g, encodeURIComponent)}");
}
`
}
