import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reckonVolume } from '../../api-landfill.ts'
import { number } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { type GridFault, type HeightGrid, readGrid } from './read-grid.ts'

interface Chosen {
  name: string
  grid: HeightGrid | GridFault
}

/** What was filled between two surveys of one grid: two files in, m³ out; nothing is kept. */
export function VolumeForm() {
  const { t } = useTranslation()
  const [files, setFiles] = useState<{ before?: Chosen; after?: Chosen }>({})
  const [cellM, setCellM] = useState('1')
  const reckoning = useMutation({ mutationFn: reckonVolume })
  const gridOf = (which: 'before' | 'after'): HeightGrid | undefined => {
    const grid = files[which]?.grid
    return typeof grid === 'object' ? grid : undefined
  }
  const [before, after] = [gridOf('before'), gridOf('after')]
  const isOneGrid =
    before !== undefined &&
    before.heights.length === after?.heights.length &&
    before.heights[0]?.length === after.heights[0]?.length
  const side = Number(cellM)
  const why =
    !before || !after
      ? t('landfill.volumeTwo')
      : !isOneGrid
        ? t('landfill.volumeUneven')
        : !(side > 0 && side <= 100)
          ? t('landfill.volumeCell')
          : undefined
  const take = async (which: 'before' | 'after', file: File | undefined): Promise<void> => {
    if (!file) return
    const grid = readGrid(await file.text())
    reckoning.reset()
    setFiles((now) => ({ ...now, [which]: { name: file.name, grid } }))
    if (typeof grid === 'object' && grid.cellM !== null) setCellM(String(grid.cellM))
  }
  const field = (which: 'before' | 'after') => {
    const chosen = files[which]
    const grid = chosen?.grid
    return (
      <label className="lf-file">
        <span>{t(`landfill.${which}`)}</span>
        <input
          type="file"
          accept=".asc,.csv,.txt,.grd"
          onChange={({ target }) => void take(which, target.files?.[0])}
        />
        <em>{chosen?.name ?? t('landfill.chooseFile')}</em>
        <small className={typeof grid === 'string' ? 'is-late' : undefined}>
          {grid === undefined
            ? t('landfill.noFile')
            : typeof grid === 'string'
              ? t(`landfill.grid.${grid}`)
              : t('landfill.gridSize', { rows: grid.heights.length, columns: grid.heights[0]?.length ?? 0 })}
        </small>
      </label>
    )
  }
  const { data } = reckoning
  return (
    <details className="up-more-part">
      <summary>{t('landfill.volume')}</summary>
      <p className="up-text">{t('landfill.volumeNote')}</p>
      {field('before')}
      {field('after')}
      <label className="lf-file">
        <span>{t('landfill.cellSide')}</span>
        <input
          type="number"
          min={0.1}
          max={100}
          step={0.1}
          value={cellM}
          onChange={({ target }) => setCellM(target.value)}
        />
        <small>m</small>
      </label>
      <p className="up-acts">
        <Button
          small
          disabled={why !== undefined || reckoning.isPending}
          onClick={() => {
            if (before && after) reckoning.mutate({ cellM: side, before: before.heights, after: after.heights })
          }}
        >
          {t('landfill.reckon')}
        </Button>
        <small>{why}</small>
      </p>
      {reckoning.error ? <Refused fault={reckoning.error} title={t('landfill.volumeFailed')} /> : null}
      {data ? (
        <p className="up-text" role="status">
          {t('landfill.volumeIs', {
            net: number(data.netM3, 1),
            fill: number(data.fillM3, 1),
            cut: number(data.cutM3, 1),
            area: number(data.areaM2),
            missing: number(data.missing),
          })}
        </p>
      ) : null}
    </details>
  )
}
