const text = (value: string) => Buffer.from(value, 'latin1')
const ogg = (codec: string) => text(`OggS\0\x02${'\0'.repeat(20)}\x01\x1e${codec}`)

/** How recordings begin, and what each is served as. */
export const BEGINNINGS: Record<string, { bytes: Buffer; type: string }> = {
  wav: { bytes: text('RIFF\x24\x08\0\0WAVEfmt '), type: 'audio/wav' },
  'long wav': { bytes: text('RF64\xff\xff\xff\xffWAVEds64'), type: 'audio/wav' },
  opus: { bytes: ogg('OpusHead'), type: 'audio/ogg' },
  vorbis: { bytes: ogg('\x01vorbis'), type: 'audio/ogg' },
  theora: { bytes: ogg('\x80theora'), type: 'video/ogg' },
  flac: { bytes: text('fLaC\0\0\0\x22'), type: 'audio/flac' },
  'mp3 with tags': { bytes: text('ID3\x04\0\0\0\0\0\x23'), type: 'audio/mpeg' },
  mp3: { bytes: text('\xff\xfb\x90\x64\0\x0f'), type: 'audio/mpeg' },
  'mp3, half the rate': { bytes: text('\xff\xf3\x40\xc4\0'), type: 'audio/mpeg' },
  aac: { bytes: text('\xff\xf1\x50\x80\x2e\x7f\xfc'), type: 'audio/aac' },
  m4a: { bytes: text('\0\0\0\x1cftypM4A \0\0\0\0'), type: 'audio/mp4' },
  mp4: { bytes: text('\0\0\0\x20ftypisom\0\0\x02\0'), type: 'video/mp4' },
  quicktime: { bytes: text('\0\0\0\x14ftypqt  \0\0\x02\0'), type: 'video/quicktime' },
  webm: { bytes: text('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01'), type: 'video/webm' },
}

/** What must never be served, whatever its server calls it. */
export const DOCUMENTS: Record<string, Buffer> = {
  html: text('<!doctype html><script>alert(1)</script>'),
  svg: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  xml: text('\xef\xbb\xbf<?xml version="1.0"?><html/>'),
  'utf-16': Buffer.from('\ufeff<html>', 'utf16le'),
  pdf: text('%PDF-1.7\n'),
  script: text('alert(1)'),
  riff: text('RIFF\x24\x08\0\0WEBPVP8 '),
  nothing: text(''),
}
