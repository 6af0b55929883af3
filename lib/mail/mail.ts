/** What is sent: each part is a paragraph of text, or the address of a page. */
export type Mail = { to: string; subject: string; parts: (string | { link: string })[] }

export function mailText({ parts }: Mail): string {
  return `${parts.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n')}\n`
}

/** The same, with nothing to be fetched: no picture tells who has opened it. */
export function mailHtml({ parts }: Mail): string {
  const paragraphs = parts.map((part) =>
    typeof part === 'string' ? escaped(part) : `<a href="${escaped(part.link)}">${escaped(part.link)}</a>`,
  )
  return `<!doctype html><html lang="en"><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
