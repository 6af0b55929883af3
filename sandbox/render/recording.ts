import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mix } from './mix'
import { drawPortrait, VIDEO_FILTER } from './portrait'

const MONO = 'pan=mono|c0=c0+c1'
const WAV = ['-af', MONO, '-ar', '8000', '-c:a', 'pcm_s16le']

/** An MP3 decodes this much late: 576 samples of the encoder and 529 of every decoder. */
const MP3_DELAY_SAMPLES = 1105
const MP3 = [
  ...['-af', `${MONO},aresample=16000,atrim=start_sample=${MP3_DELAY_SAMPLES},asetpts=PTS-STARTPTS`],
  ...['-c:a', 'libmp3lame', '-b:a', '24k', '-write_xing', '1', '-id3v2_version', '0'],
]
const MP3_FRAME_BYTES = 108

const KEYFRAME_EVERY_2_SECONDS = ['-g', '24', '-keyint_min', '24']
const VP9 = ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '46', '-deadline', 'good', '-cpu-used', '4', '-row-mt', '0']
const OPUS = ['-c:a', 'libopus', '-b:a', '16k', '-application', 'voip']

/** Leaves no encoder version or random number in the file, so that one input gives the same bytes on the same machine. */
const REPEATABLE = [
  '-map_metadata',
  '-1',
  '-fflags',
  '+bitexact',
  '-flags:a',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-threads',
  '1',
]

export function encodeAudio(mix: Mix, file: string) {
  const mp3 = file.endsWith('.mp3')
  runFfmpeg(mix, [...talk(mix), ...(mp3 ? MP3 : WAV), ...REPEATABLE, file])
  if (mp3) writeFileSync(file, mendHeader(readFileSync(file)))
}

/**
 * Browsers take the delay told in the header off at the start but not after seeking, and seek a little further off with every
 * minute because the header counts itself. So the silence before the first word is cut by the delay, the header says nothing
 * of it (its last 36 bytes), and counts the sound alone.
 */
function mendHeader(mp3: Buffer): Buffer {
  const tag = mp3.indexOf('Info')
  if (tag === -1) throw new Error('ffmpeg wrote an MP3 without a header to seek by')
  mp3.writeUInt32BE(mp3.readUInt32BE(tag + 8) * MP3_FRAME_BYTES, tag + 12)
  return mp3.fill(0, tag + 120, tag + 156)
}

/** A picture of the candidate's initials with a bar that moves with their voice, and the same sound as the audio file. */
export function encodeVideo(mix: Mix, file: string, initials: string) {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-'))
  const portrait = join(folder, 'portrait.svg')
  try {
    writeFileSync(portrait, drawPortrait(initials))
    const picture = ['-loop', '1', '-framerate', '12', '-i', portrait]
    const filters = ['-filter_complex', VIDEO_FILTER, '-map', '[picture]', '-map', '[sound]', '-shortest']
    const container = [...VP9, ...KEYFRAME_EVERY_2_SECONDS, ...OPUS, ...REPEATABLE, '-cues_to_front', '1']
    runFfmpeg(mix, [...talk(mix), ...picture, ...filters, ...container, file])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Throws one sentence when a program that rendering needs is not installed. */
export function requirePrograms() {
  for (const [program, probe] of [
    ['python3', '--version'],
    ['espeak-ng', '--version'],
    ['ffmpeg', '-version'],
  ] as const) {
    if (spawnSync(program, [probe]).error) {
      throw new Error(
        `Rendering the samples needs python3, espeak-ng and ffmpeg; ${program} is not installed (Debian: apt-get install python3 espeak-ng ffmpeg).`,
      )
    }
  }
}

function talk({ sampleRate }: Mix): string[] {
  return ['-f', 's16le', '-ar', String(sampleRate), '-ac', '2', '-i', 'pipe:0']
}

function runFfmpeg({ stereo }: Mix, options: readonly string[]) {
  const command = ['-hide_banner', '-loglevel', 'error', '-y', ...options]
  const run = spawnSync('ffmpeg', command, { input: Buffer.from(stereo.buffer), encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`ffmpeg failed: ${run.stderr?.trim() || run.error?.message}`)
}
