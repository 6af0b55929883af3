import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts'

export type RadarPoint = { label: string; value: number }

export function RadarOfPoints({ points, max }: { points: RadarPoint[]; max: number }) {
  return (
    <RadarChart width={320} height={224} data={points} outerRadius="72%" accessibilityLayer={false}>
      <PolarGrid stroke="var(--color-line)" />
      <PolarRadiusAxis domain={[0, max]} tickCount={max + 1} tick={false} axisLine={false} />
      <PolarAngleAxis dataKey="label" tick={{ fontSize: 11, fill: 'var(--color-muted)' }} />
      <Radar
        dataKey="value"
        stroke="var(--color-accent)"
        fill="var(--color-accent)"
        fillOpacity={0.16}
        strokeWidth={1.5}
        dot={{ r: 2.5, fill: 'var(--color-accent)', fillOpacity: 1 }}
        isAnimationActive={false}
      />
    </RadarChart>
  )
}
