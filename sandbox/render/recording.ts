import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mix } from './mix'
import { drawPortrait, VIDEO_FILTER } from './portrait'

const MONO = 'pan=mono|c0=c0+c1'
const WAV = ['-af', MONO, '-ar', '8000', '-c:a', 'pcm_s16le']

/**
 * An MP3 decodes 1105 samples late (576 of the encoder, 529 of every decoder). Browsers take that off at the start but not after
 * seeking, so the silence before the first word is shortened by as much, and the header says nothing of a delay.
 */
const MP3_DELAY_SAMPLES = 1105
const MP3 = [
  ...['-af', `${MONO},aresample=16000,atrim=start_sample=${MP3_DELAY_SAMPLES},asetpts=PTS-STARTPTS`],
  ...['-c:a', 'libmp3lame', '-b:a', '24k', '-write_xing', '1', '-id3v2_version', '0'],
]

/** Bytes from the tag "Info": flags, frames, size, seek table and quality come first, then the encoder's own 36 bytes. */
const SEEK_TABLE_END = 120
const DELAY_END = SEEK_TABLE_END + 36

const KEYFRAME_EVERY_2_SECONDS = ['-g', '24', '-keyint_min', '24']
const VP9 = ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '40', '-deadline', 'good', '-cpu-used', '4', '-row-mt', '0']
const OPUS = ['-c:a', 'libopus', '-b:a', '20k', '-application', 'voip']

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
  if (mp3) writeFileSync(file, withoutDelay(readFileSync(file)))
}

/** Blanks the part of the header that tells the encoder's delay; frame count, size and seek table stay. */
function withoutDelay(mp3: Buffer): Buffer {
  const tag = mp3.indexOf('Info')
  if (tag === -1) throw new Error('ffmpeg wrote an MP3 without a header to seek by')
  return mp3.fill(0, tag + SEEK_TABLE_END, tag + DELAY_END)
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
