import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { useHotKeys } from '../ui/use-hot-keys.ts'

const Sign = ({ children }: { children: ReactNode }) => (
  <svg className="stroke" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
    {children}
  </svg>
)

export function MapTools({ onZoom, onWhole }: { onZoom: (by: 1 | -1) => void; onWhole: () => void }) {
  const { t } = useTranslation()
  const named = (label: string, key?: string) => ({ 'aria-label': label, title: key ? `${label} (${key})` : label })
  useHotKeys({ '+': () => onZoom(1), '=': () => onZoom(1), '-': () => onZoom(-1) }, true)
  return (
    <div className="plan-tools" role="toolbar" aria-label={t('tools.title')} aria-orientation="vertical">
      <Button look="tool" {...named(t('tools.zoomIn'), '+')} onClick={() => onZoom(1)}>
        <Sign>
          <path d="M9 3.5v11M3.5 9h11" />
        </Sign>
      </Button>
      <Button look="tool" {...named(t('tools.zoomOut'), '-')} onClick={() => onZoom(-1)}>
        <Sign>
          <path d="M3.5 9h11" />
        </Sign>
      </Button>
      <Button look="tool" {...named(t('tools.extent'))} onClick={onWhole}>
        <Sign>
          <path d="M3 6.5V3h3.500M11.500 3H15v3.500M15 11.500V15h-3.500M6.500 15H3v-3.500" />
        </Sign>
      </Button>
    </div>
  )
}
