import type { Placed } from './timeline'

/** Both speakers in 16-bit PCM, agent left and candidate right, equally loud. */
export type Mix = { sampleRate: number; stereo: Int16Array }

const TAIL_SECONDS = 0.8
const TARGET_RMS = 0.168
const QUIET = 0.01
const KNEE = 0.42
const CEILING = 0.72

/** Lays every utterance at its time; where two overlap, both are heard. */
export function mixUtterances(placed: readonly Placed[]): Mix {
  const sampleRate = placed[0]?.speech.sampleRate ?? 0
  const length = Math.ceil((Math.max(...placed.map(({ end }) => end)) + TAIL_SECONDS) * sampleRate)
  const agent = layVoice(
    placed.filter(({ role }) => role === 'agent'),
    length,
  )
  const user = layVoice(
    placed.filter(({ role }) => role === 'user'),
    length,
  )

  const stereo = new Int16Array(length * 2)
  for (let at = 0; at < length; at++) {
    const sum = (agent[at] ?? 0) + (user[at] ?? 0)
    const gain = sum === 0 ? 0 : (32767 * soften(sum)) / sum
    stereo[at * 2] = Math.round((agent[at] ?? 0) * gain)
    stereo[at * 2 + 1] = Math.round((user[at] ?? 0) * gain)
  }
  return { sampleRate, stereo }
}

/** Bends peaks below the ceiling: speech at this level would clip there otherwise. */
function soften(sample: number): number {
  const over = Math.abs(sample) - KNEE
  if (over <= 0) return sample
  const room = CEILING - KNEE
  return Math.sign(sample) * (KNEE + room * Math.tanh(over / room))
}

function layVoice(placed: readonly Placed[], length: number): Float32Array {
  const voice = new Float32Array(length)
  for (const { speech, audioStart } of placed) {
    const from = Math.round(audioStart * speech.sampleRate)
    speech.pcm.forEach((sample, index) => {
      const at = from + index
      if (at >= 0 && at < length) voice[at] = (voice[at] ?? 0) + sample / 32768
    })
  }
  const gain = TARGET_RMS / activeLevel(voice)
  return voice.map((sample) => sample * gain)
}

/** Root mean square of what is heard: silence between utterances must not make a taciturn speaker louder. */
function activeLevel(voice: Float32Array): number {
  let heard = 0
  let energy = 0
  for (const sample of voice) {
    if (Math.abs(sample) < QUIET) continue
    heard++
    energy += sample * sample
  }
  return heard === 0 ? 1 : Math.sqrt(energy / heard)
}
