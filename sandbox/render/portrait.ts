const WIDTH = 480
const HEIGHT = 270

/** Feeds the candidate's voice alone to the level bar, so that it moves when the candidate speaks. */
export const VIDEO_FILTER = [
  '[0:a]asplit=2[talk][voice]',
  '[talk]pan=mono|c0=c0+c1[sound]',
  '[voice]pan=mono|c0=c1,showvolume=r=12:w=160:h=6:b=0:t=0:v=0:f=0.6:c=0xFFD9A6B9:o=h[bar]',
  '[1:v]format=yuv420p[frame]',
  '[frame][bar]overlay=160:216:shortest=1,format=yuv420p[picture]',
].join(';')

/** A calm stand-in for a camera picture: the candidate's initials in a circle. */
export function drawPortrait(initials: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
  <rect width="${WIDTH}" height="${HEIGHT}" fill="#24222c"/>
  <circle cx="${WIDTH / 2}" cy="112" r="72" fill="#5b4b8a"/>
  <text x="${WIDTH / 2}" y="112" dy="0.35em" text-anchor="middle" font-family="DejaVu Sans, sans-serif" font-size="52" fill="#f3f0fa">${initials}</text>
</svg>
`
}
