import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFlows, readScreenplay, screenplayFiles, listedFlows, type Flow } from './flows'
import { recordingFiles, wireInterview } from './interview'
import { mixUtterances, type Mix } from './mix'
import { encodeAudio, encodeVideo, requirePrograms } from './recording'
import type { Screenplay } from './screenplay'
import { speakUtterances } from './speech'
import { placeUtterances } from './timeline'

const SAMPLES = fileURLToPath(new URL('../samples', import.meta.url))
/** One of every kind, and the evening that only a demonstration has. */
const COLLECTIONS = [SAMPLES, join(SAMPLES, 'evening')].map((folder) => ({
  screenplays: join(folder, 'screenplays'),
  flows: join(folder, 'flows.json'),
  interviews: join(folder, 'interviews'),
  recordings: join(folder, 'recordings'),
}))
type Collection = (typeof COLLECTIONS)[number]

/** Renders all samples, or those named by their screenplay; one that cannot be rendered is reported and the others go on. */
function main(names: readonly string[]) {
  requirePrograms()
  for (const collection of COLLECTIONS) renderAll(collection, names)
}

function renderAll(into: Collection, names: readonly string[]) {
  for (const folder of [into.interviews, into.recordings]) mkdirSync(folder, { recursive: true })
  const flows = readFlows(into.screenplays)
  writeFileSync(into.flows, `${JSON.stringify(listedFlows(flows), null, 2)}\n`)

  const plays = flows.flatMap((flow) => screenplayFiles(flow).map((file) => ({ flow, file })))
  const chosen = plays.filter(({ file }) => names.length === 0 || names.includes(basename(file, '.txt')))
  const rendered = chosen.flatMap(({ flow, file }) => renderOrReport(into, flow, file))
  console.log(`${rendered.length} of ${chosen.length} interviews rendered`)

  if (rendered.length < chosen.length) process.exitCode = 1
  else if (names.length === 0) removeStrangers(into, rendered)
}

function renderOrReport(into: Collection, flow: Flow, file: string): Screenplay[] {
  try {
    return [render(into, flow, readScreenplay(flow, file))]
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure)
    return []
  }
}

function render(into: Collection, flow: Flow, screenplay: Screenplay): Screenplay {
  const placed = placeUtterances(screenplay, speakUtterances(screenplay.utterances, flow.wire.language))
  const interview = wireInterview(screenplay, flow, placed)
  writeFileSync(join(into.interviews, `${screenplay.id}.json`), `${JSON.stringify(interview)}\n`)
  if (placed.length > 0) record(into, screenplay, mixUtterances(placed))
  return screenplay
}

function record({ recordings }: Collection, screenplay: Screenplay, mix: Mix) {
  const { audio, video } = recordingFiles(screenplay)
  for (const name of [audio, video]) {
    if (!name || isFresh(join(recordings, name), screenplay.file)) continue
    console.log(`${name}  ${basename(screenplay.file, '.txt')}`)
    if (name === video) encodeVideo(mix, join(recordings, name), initials(screenplay))
    else encodeAudio(mix, join(recordings, name))
  }
}

function isFresh(output: string, input: string): boolean {
  return existsSync(output) && statSync(output).mtimeMs >= statSync(input).mtimeMs
}

function initials({ first, last }: Screenplay): string {
  return [first, last].map((name) => (name ? Array.from(name)[0] : '')).join('')
}

/** Removes what an earlier rendering left for a screenplay that is gone or no longer recorded. */
function removeStrangers({ interviews, recordings }: Collection, screenplays: readonly Screenplay[]) {
  const wanted = new Set(
    screenplays.flatMap((screenplay) => {
      const { audio, video } = recordingFiles(screenplay)
      return [`${screenplay.id}.json`, audio, video]
    }),
  )
  for (const folder of [interviews, recordings]) {
    for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name))
  }
}

try {
  main(process.argv.slice(2))
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure)
  process.exitCode = 1
}
