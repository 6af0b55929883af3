import 'server-only'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the build puts what pages load beside their scripts, under names that only it knows. */
const MEDIA = join(process.cwd(), '.next/static/media')

/** Found at start, since what this page is for may be a disk that is gone later; empty where nothing was built. */
const FONT_FACE = existsSync(MEDIA) ? fontFace(readdirSync(MEDIA)) : ''

type Outage = {
  /** A sentence of the error table: it is not escaped. */
  reason: string
  /** Between two looks whether it is over. */
  seconds: number
  nonce: string
}

/** A whole page that asks for nothing but the font of the others, in the colours of app/globals.css: it comes back by itself, or by its link without scripts. */
export function outagePage({ reason, seconds, nonce }: Outage): string {
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Waiting for the database · Debrief</title>
<style>
${FONT_FACE}
:root { color-scheme: light dark; background: light-dark(oklch(0.995 0.001 285), oklch(0.172 0.007 285)); color: light-dark(oklch(0.215 0.012 285), oklch(0.945 0.004 285)) }
body { font: 13px/20px 'Inter Variable', system-ui, sans-serif; min-height: 90dvh; margin: 0; padding: 0 24px; display: flex; flex-direction: column; align-items: center; justify-content: center; text-align: center }
h1 { font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: -0.025em; margin: 0 }
p { max-width: 28rem; margin: 8px 0 0; color: light-dark(oklch(0.455 0.014 285), oklch(0.755 0.01 285)) }
a { margin-top: 20px; padding: 7px 14px; border: 1px solid light-dark(oklch(0.84 0.008 285), oklch(0.37 0.014 285)); border-radius: 6px; color: inherit; font-weight: 500; text-decoration: none }
</style>
<main role="alert">
<h1>Debrief is waiting for its database</h1>
<p>${reason}</p>
<p>A page that is open already goes on: what is loaded can be read and heard, and the notes written there are kept in that browser until they are saved.</p>
<p>This page comes back by itself.</p>
</main>
<a href="">Try now</a>
<script nonce="${nonce}">
setInterval(() => fetch('/api/health/ready').then(({ ok }) => ok && location.reload(), () => {}), ${seconds * 1000})
</script>
</html>
`
}

export function fontFace(media: string[]): string {
  const font = media.find((name) => /^inter-latin\.[^/]*woff2$/.test(name))
  if (!font) return ''
  return `@font-face { font-family: 'Inter Variable'; font-weight: 100 900; font-display: swap; src: url(/_next/static/media/${font}) format('woff2-variations') }`
}
