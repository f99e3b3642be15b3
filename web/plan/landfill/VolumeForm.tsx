import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reckonVolume } from '../../api-landfill.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { faultOfPair } from './compare-grids.ts'
import { type ChosenGrid, GridFile } from './GridFile.tsx'
import { type HeightGrid, MOST_BYTES, readGrid } from './read-grid.ts'
import { VolumeAnswer } from './VolumeAnswer.tsx'

type Which = 'before' | 'after'

/** What was filled between two surveys of one grid: two files in, m³ out; nothing is kept. */
export function VolumeForm() {
  const { t } = useTranslation()
  const [files, setFiles] = useState<Partial<Record<Which, ChosenGrid>>>({})
  const [written, setWritten] = useState('1')
  const reckoning = useMutation({ mutationFn: reckonVolume })
  const gridOf = (which: Which): HeightGrid | undefined => {
    const grid = files[which]?.grid
    return typeof grid === 'object' ? grid : undefined
  }
  const [before, after] = [gridOf('before'), gridOf('after')]
  const told = before?.cellM ?? after?.cellM ?? null
  const cellM = told ?? Number(written)
  const fault = faultOfPair(before, after, cellM)
  const take = async (which: Which, file: File): Promise<void> => {
    reckoning.reset()
    const put = (grid: ChosenGrid['grid']) => setFiles((now) => ({ ...now, [which]: { name: file.name, grid } }))
    put('reading')
    put(file.size > MOST_BYTES ? 'too-many-bytes' : readGrid(await file.text().catch(() => '')))
  }
  return (
    <details className="up-more-part">
      <summary>{t('landfill.volume')}</summary>
      <p className="up-text">{t('landfill.volumeNote')}</p>
      {(['before', 'after'] as const).map((which) => (
        <GridFile
          key={which}
          label={t(`landfill.${which}`)}
          chosen={files[which]}
          onChoose={(file) => void take(which, file)}
        />
      ))}
      <label className="lf-file">
        <span>{t('landfill.cellSide')}</span>
        <input
          type="number"
          min={0.1}
          max={100}
          step={0.1}
          disabled={told !== null}
          value={told ?? written}
          onChange={({ target }) => {
            reckoning.reset()
            setWritten(target.value)
          }}
        />
        <small>{told === null ? 'm' : t('landfill.cellTold')}</small>
      </label>
      <p className="up-acts">
        <Button
          small
          disabled={fault !== undefined || reckoning.isPending}
          onClick={() => {
            if (before && after) reckoning.mutate({ cellM, before: before.heights, after: after.heights })
          }}
        >
          {t('landfill.reckon')}
        </Button>
        <small role="status">
          {fault ? t(`landfill.pair.${fault}`) : reckoning.isPending ? t('landfill.reckoning') : null}
        </small>
      </p>
      {reckoning.error ? <Refused fault={reckoning.error} title={t('landfill.volumeFailed')} /> : null}
      {reckoning.data ? <VolumeAnswer volume={reckoning.data} /> : null}
    </details>
  )
}
