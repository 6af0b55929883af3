/** On one line, whatever ends a line somewhere: so that nothing that somebody said passes for what stands around it. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
