import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { once } from 'node:events'

type TimedWord = { text: string; start: number; end: number }

/** What is said and where its recording is; times are seconds. */
export type Talk = { audioUrl: string; segments: { words: TimedWord[] }[] }

const require = createRequire(import.meta.url)

/** Serves the same talk as others show it: by hyperaudio-lite, with a span a word, and with nothing but its recording. */
export async function startBaselines(talk: Talk) {
  const pages: Record<string, string> = {
    '/bare': page(audio(talk)),
    '/spans': page(audio(talk) + spans(talk) + `<script>${SPANS_SCRIPT}</script>`),
    '/hyperaudio': page(hyperaudio(talk)),
  }
  const server = createServer((request, response) => {
    const html = pages[request.url ?? '']
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the baselines are not served')
  const stop = () => new Promise((resolve) => server.close(resolve))
  return { url: `http://127.0.0.1:${address.port}`, stop }
}

function page(body: string) {
  const style = 'body { font: 15px/24px sans-serif; max-width: 68ch; margin: auto } audio { position: sticky; top: 0 }'
  return `<!doctype html><meta charset="utf-8"><title>Baseline</title><style>${style} .active { background: gold }</style>${body}`
}

function audio({ audioUrl }: Talk) {
  return `<audio id="player" controls preload="metadata" src="${audioUrl}"></audio>`
}

function spans({ segments }: Talk) {
  const paragraphs = segments.map(
    ({ words }) =>
      `<p>${words.map(({ text, start, end }) => `<span data-start="${start}" data-end="${end}">${escape(text)} </span>`).join('')}</p>`,
  )
  return `<main>${paragraphs.join('')}</main>`
}

const SPANS_SCRIPT = `
const audio = document.querySelector('audio')
const words = [...document.querySelectorAll('[data-start]')]
const starts = words.map((word) => Number(word.dataset.start))
let active = null
function paint() {
  let low = 0, high = starts.length
  while (low < high) { const middle = (low + high) >> 1; if (starts[middle] <= audio.currentTime) low = middle + 1; else high = middle }
  const word = words[low - 1]
  if (word !== active) { active?.classList.remove('active'); word?.classList.add('active'); active = word }
  if (!audio.paused) requestAnimationFrame(paint)
}
audio.addEventListener('play', () => requestAnimationFrame(paint))
document.addEventListener('click', ({ target }) => {
  if (!target.dataset.start) return
  audio.currentTime = Number(target.dataset.start)
  audio.play()
})`

/** As its README builds a page. */
function hyperaudio(talk: Talk) {
  const script = readFileSync(require.resolve('hyperaudio-lite'), 'utf8')
  const paragraphs = talk.segments.map(
    ({ words }) =>
      `<p>${words.map(({ text, start, end }) => `<span data-m="${milliseconds(start)}" data-d="${milliseconds(end - start)}">${escape(text)} </span>`).join('')}</p>`,
  )
  const options = `{ transcript: 'hypertranscript', player: 'player', autoScroll: true, playOnClick: true }`
  return `${audio(talk).replace('id="player"', 'id="player" class="hyperaudio-player"')}
    <div id="hypertranscript" class="hyperaudio-transcript"><article><section>${paragraphs.join('')}</section></article></div>
    <script>${script}</script><script>new HyperaudioLite(${options})</script>`
}

function milliseconds(seconds: number) {
  return Math.round(seconds * 1000)
}

function escape(text: string) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
