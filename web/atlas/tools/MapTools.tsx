import './tools.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'

interface MapToolsProps {
  measuring: boolean
  goingTo: boolean
  lookingBack: boolean
  onZoom: (by: 1 | -1) => void
  onExtent: () => void
  onMeasure: () => void
  onGoTo: () => void
  onLookBack: () => void
  onPrint: () => void
}

const Sign = ({ children }: { children: ReactNode }) => (
  <svg className="stroke" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
    {children}
  </svg>
)

export function MapTools(props: MapToolsProps) {
  const { measuring, goingTo, lookingBack, onZoom, onExtent, onMeasure, onGoTo, onLookBack, onPrint } = props
  const { t } = useTranslation()
  const named = (label: string, key: string) => ({ 'aria-label': label, title: `${label} (${key})` })
  return (
    <div className="tools" role="toolbar" aria-label={t('tools.title')} aria-orientation="vertical">
      <Button look="tool" {...named(t('tools.zoomIn'), '+')} onClick={() => onZoom(1)}>
        <Sign>
          <path d="M9 3.5v11M3.5 9h11" />
        </Sign>
      </Button>
      <Button look="tool" {...named(t('tools.zoomOut'), '−')} onClick={() => onZoom(-1)}>
        <Sign>
          <path d="M3.5 9h11" />
        </Sign>
      </Button>
      <Button look="tool" {...named(t('tools.extent'), '0')} onClick={onExtent}>
        <Sign>
          <path d="M2.5 6.5v-4h4M11.5 2.5h4v4M15.5 11.5v4h-4M6.5 15.5h-4v-4" />
        </Sign>
      </Button>
      <Button look="tool" pressed={goingTo} {...named(t('tools.goTo'), 'G')} onClick={onGoTo}>
        <Sign>
          <circle cx="9" cy="9" r="4.5" />
          <path d="M9 1.5v4M9 12.5v4M1.5 9h4M12.5 9h4" />
        </Sign>
      </Button>
      <Button look="tool" pressed={measuring} {...named(t('tools.measure'), 'M')} onClick={onMeasure}>
        <Sign>
          <path d="M1.8 12.2 12.2 1.8l4 4L5.8 16.2zM5 9l2 2M7.8 6.2l1.4 1.4M10.6 3.4l2 2" />
        </Sign>
      </Button>
      <Button look="tool" pressed={lookingBack} {...named(t('then.title'), 'B')} onClick={onLookBack}>
        <Sign>
          <path d="M3.2 5.6A7 7 0 1 1 2 9.6M2.4 2.4v3.8h3.8M9 5.2V9l2.8 1.8" />
        </Sign>
      </Button>
      <Button look="tool" {...named(t('tools.print'), 'Ctrl P')} onClick={onPrint}>
        <Sign>
          <path d="M5 6V2h8v4M5 13H2.5V6.5h13V13H13M5 11h8v5H5z" />
        </Sign>
      </Button>
    </div>
  )
}
