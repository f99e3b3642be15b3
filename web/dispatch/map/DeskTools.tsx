import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import type { DeskMapProps } from './desk-map-props.ts'
import { Popover } from './Popover.tsx'

export type Base = 'full' | 'plain'

interface DeskToolsProps {
  lassoOn: boolean
  base: Base
  /** Of the map, as they are set; undefined while they are off. */
  keys: DeskMapProps['keys']
  onZoom: (by: 1 | -1) => void
  onLasso: () => void
  onChooseView: () => void
  onBase: (base: Base) => void
  onWhole: () => void
}

const Sign = ({ children }: { children: ReactNode }) => (
  <svg className="stroke" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
    {children}
  </svg>
)

export function DeskTools({ lassoOn, base, keys, ...act }: DeskToolsProps) {
  const { t } = useTranslation()
  const named = (label: string, key?: string) => ({
    'aria-label': label,
    title: key ? `${label} (${key.toUpperCase()})` : label,
  })
  return (
    <div className="desk-tools" role="toolbar" aria-label={t('tools.title')} aria-orientation="vertical">
      <Button look="tool" {...named(t('tools.zoomIn'), keys?.zoomIn)} onClick={() => act.onZoom(1)}>
        <Sign>
          <path d="M9 3.5v11M3.5 9h11" />
        </Sign>
      </Button>
      <Button look="tool" {...named(t('tools.zoomOut'), keys?.zoomOut)} onClick={() => act.onZoom(-1)}>
        <Sign>
          <path d="M3.5 9h11" />
        </Sign>
      </Button>
      <Button look="tool" pressed={lassoOn} {...named(t('dispatch.map.lasso'))} onClick={act.onLasso}>
        <Sign>
          <path d="M6.4 12.1C3.9 11.4 2.3 9.9 2.3 8c0-2.8 3-5 6.8-5s6.7 2.2 6.7 5-3 4.6-6.5 4.6c-.8 0-1.5-.1-2.1-.2M6.8 14.2a1.7 1.7 0 1 1 .4-3.2M6.4 13.8c.2 1 0 1.8-.7 2.4" />
        </Sign>
      </Button>
      <Button look="tool" {...named(t('dispatch.map.chooseView'), keys?.chooseView)} onClick={act.onChooseView}>
        <Sign>
          <path strokeDasharray="2.4 2" d="M2.5 3h13v12h-13z" />
          <path d="M6 9.2l2.2 2.2L12.2 7" />
        </Sign>
      </Button>
      <Popover
        name={t('dispatch.map.base')}
        label={
          <Sign>
            <path d="M2.5 4.5 7 2.8l4 1.7 4.5-1.7v10.7L11 15.2l-4-1.7-4.5 1.7zM7 2.8v10.7M11 4.5v10.7" />
          </Sign>
        }
      >
        <div className="desk-base">
          <Choice
            label={t('dispatch.map.base')}
            value={base}
            options={[
              { id: 'full', name: t('dispatch.map.base.full') },
              { id: 'plain', name: t('dispatch.map.base.plain') },
            ]}
            onChange={act.onBase}
          />
          <Button small onClick={act.onWhole}>
            {t('tools.extent')}
          </Button>
        </div>
      </Popover>
    </div>
  )
}
