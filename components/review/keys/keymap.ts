export type Action =
  | { do: 'toggle' }
  | { do: 'skip'; seconds: number }
  | { do: 'faster' | 'slower' | 'next-question' | 'previous-question' | 'find' | 'listen' | 'note' | 'help' }

type Key = { key: string; action: Action }

const KEYS: Key[] = [
  { key: ' ', action: { do: 'toggle' } },
  { key: 'k', action: { do: 'toggle' } },
  { key: 'j', action: { do: 'skip', seconds: -10 } },
  { key: 'l', action: { do: 'skip', seconds: 10 } },
  { key: 'ArrowLeft', action: { do: 'skip', seconds: -5 } },
  { key: 'ArrowRight', action: { do: 'skip', seconds: 5 } },
  { key: '<', action: { do: 'slower' } },
  { key: '>', action: { do: 'faster' } },
  { key: 'n', action: { do: 'next-question' } },
  { key: 'p', action: { do: 'previous-question' } },
  { key: 'c', action: { do: 'note' } },
  { key: '/', action: { do: 'find' } },
  { key: 'x', action: { do: 'listen' } },
  { key: '?', action: { do: 'help' } },
]

/** What the help lists, in its order. */
export const SHORTCUTS = [
  ['Space or K', 'Play or pause'],
  ['J / L', 'Back or forward 10 seconds'],
  ['← / →', 'Back or forward 5 seconds'],
  ['< / >', 'Slower or faster'],
  ['N / P', 'Next or previous question'],
  ['C', 'Write a note at this moment'],
  ['X', 'The candidate only, or everything'],
  ['/', 'Find in the transcript; in the list: search'],
  ['↑ / ↓', 'Previous or next utterance, in the transcript'],
  ['Enter', 'Play from the utterance that has the focus'],
  ['S, then Tab', 'Select the utterance: quote, note, correct or link it'],
  ['[ / ]', 'Previous or next candidate of the list'],
  ['J / K', 'In the list: next or previous candidate'],
  ['Home / End', 'In the list: first or last candidate'],
  ['Ctrl K or ⌘K', 'Jump to a candidate, a flow or an action'],
  ['?', 'This list'],
] as const

/** `pressed` is what `shortcutOf` says. */
export function actionFor(pressed: string): Action | undefined {
  return KEYS.find((candidate) => candidate.key === pressed)?.action
}
