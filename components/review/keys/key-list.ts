/** All keys of the application, in the order in which the help lists them. */
export const KEY_LIST = [
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
