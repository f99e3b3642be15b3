import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, number } from '../../format.ts'
import type { Handout, HandoutTable } from '../export/handout.ts'
import { figureIn } from './figure-in.ts'
import type { Reading } from './reading.ts'
import { useSpotDesk } from './spot-desk.tsx'
import { middleOf, usePlaceNames } from './use-place-names.ts'

/** What the lens says of its days, for paper, a workbook and a file of places; undefined while it says nothing. It is made when it is asked for:
 *  a large city has thousands of cells to be named. */
export function useSpotHandout(): (() => Handout) | undefined {
  const { t } = useTranslation()
  const { search, span, reading } = useSpotDesk()
  const nameOf = usePlaceNames()
  const { isEmpty, isPassing, refrain, fault } = reading
  const { lens, cell } = search
  // What is drawn while another period is reckoned is of neither.
  const says = !isEmpty && !isPassing && !refrain && !fault
  return useMemo(() => {
    if (!says) return undefined
    const { from, to } = reading.period ?? span
    const place = (id: string): string => reading.rows.find((row) => row.id === id)?.name ?? nameOf(id)
    return () => ({
      id: `spots-${lens}`,
      title: t(`spotTitle.${lens}`),
      subtitle: t('spots.subtitle', { from: dayOf(from), to: dayOf(Date.parse(to) - 1), cell: number(cell) }),
      sources: reading.method,
      dataAt: span.to,
      ...(reading.foot.length > 0 ? { base: reading.foot.join('\n') } : {}),
      figures: reading.figures,
      tables: [
        tableOf(reading, place, {
          rank: t('spots.rank'),
          place: t('spots.place'),
          note: t('spots.note'),
          lng: t('spots.lng'),
          lat: t('spots.lat'),
        }),
      ],
      ...(reading.cells.length > 0 ? { places: placesOf(reading) } : {}),
    })
  }, [says, reading, span, lens, cell, t, nameOf])
}

/** The list as the page has it, with what else is known of each row; numbers as numbers. */
function tableOf(
  reading: Reading,
  place: (id: string) => string,
  words: Record<'rank' | 'place' | 'note' | 'lng' | 'lat', string>,
) {
  const details = reading.rows.map(({ id }) => reading.figuresOf(id))
  const names = [...new Set(details.flatMap((figures) => figures.map(({ name }) => name)))]
  const unitOf = (name: string): string | undefined =>
    details.flat().find((figure) => figure.name === name && figure.unit)?.unit
  const notes = reading.rows.some(({ note }) => note) && names.length === 0
  const digitsOf = (id: string): number => Math.max(0, ...rows.map((row) => decimals(row[id])))
  const rows = reading.rows.map(({ id, value, note }, index): Record<string, string | number | null> => {
    const [lng, lat] = centreOf(reading, id)
    return {
      ...{ rank: index + 1, place: place(id), lng, lat, value: figureIn(value), note: note ?? null },
      ...Object.fromEntries((details[index] ?? []).map((figure) => [figure.name, figureIn(figure.value)])),
    }
  })
  const onMap = rows.some(({ lng }) => lng !== null)
  const shown = names.filter((name) => name !== reading.heading.value)
  const table: HandoutTable = {
    name: reading.heading.name,
    columns: [
      { id: 'rank', name: words.rank },
      { id: 'place', name: words.place },
      { id: 'value', name: reading.heading.value, digits: digitsOf('value') },
      ...shown.map((name) => {
        const unit = unitOf(name)
        return { id: name, name, digits: digitsOf(name), ...(unit ? { unit } : {}) }
      }),
      ...(notes ? [{ id: 'note', name: words.note }] : []),
      ...(onMap ? (['lng', 'lat'] as const).map((id) => ({ id, name: words[id], digits: 5 })) : []),
    ],
    rows,
  }
  return table
}

function placesOf({ cells, unit }: Reading): NonNullable<Handout['places']> {
  return {
    features: {
      type: 'FeatureCollection',
      features: cells.map(({ id, ring, value, marked = false }) => ({
        ...{ type: 'Feature', id, properties: { cell: id, value, marked } },
        geometry: { type: 'Polygon', coordinates: [ring.map((at) => [...at])] },
      })),
    },
    units: { value: unit },
  }
}

function centreOf({ cells }: Reading, id: string): readonly [number, number] | readonly [null, null] {
  const ring = cells.find((cell) => cell.id === id)?.ring
  return ring && ring.length > 0 ? middleOf(ring) : [null, null]
}

const decimals = (value: unknown): number =>
  typeof value === 'number' ? Math.min(4, String(value).split('.')[1]?.length ?? 0) : 0
