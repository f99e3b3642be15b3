import { useTranslation } from 'react-i18next'
import type { GridFault, HeightGrid } from './read-grid.ts'

export interface ChosenGrid {
  name: string
  grid: HeightGrid | GridFault | 'reading'
}

interface GridFileProps {
  label: string
  chosen: ChosenGrid | undefined
  onChoose: (file: File) => void
}

/** One file of heights: its name, and how large its grid is or why it is none. */
export function GridFile({ label, chosen, onChoose }: GridFileProps) {
  const { t } = useTranslation()
  const grid = chosen?.grid
  const isFault = typeof grid === 'string' && grid !== 'reading'
  return (
    <label className="lf-file">
      <span>{label}</span>
      <input
        type="file"
        accept=".asc,.csv,.txt"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onChoose(file)
          // The same file, put right meanwhile, can be chosen again.
          target.value = ''
        }}
      />
      <em>{chosen?.name ?? t('landfill.chooseFile')}</em>
      <small className={isFault ? 'is-late' : undefined}>
        {grid === undefined
          ? t('landfill.noFile')
          : grid === 'reading'
            ? t('landfill.readingFile')
            : typeof grid === 'string'
              ? t(`landfill.grid.${grid}`)
              : t('landfill.gridSize', { rows: grid.heights.length, columns: grid.heights[0]?.length ?? 0 })}
      </small>
    </label>
  )
}
