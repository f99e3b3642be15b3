import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../ui/Kbd.tsx'
import { useHotKeys } from '../ui/use-hot-keys.ts'
import { STUDIES } from './studies.ts'
import { useAway } from './use-away.ts'
import { usePlanSearch } from './use-plan-search.ts'

const DIGITS = '1234567890'

/** The study's name, which opens the list of all of them; digits go there at once. */
export function StudyMenu({ current }: { current: string }) {
  const { t } = useTranslation()
  const { open } = usePlanSearch()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const nameOf = (id: string): string => t(`plan.study.${id}` as 'plan.study.coverage')
  const go = (id: string): void => {
    setOpen(false)
    if (id !== current) open(id)
  }
  useHotKeys(Object.fromEntries(STUDIES.slice(0, 10).map(({ id }, i) => [DIGITS[i] ?? '', () => go(id)])), true)
  useAway(box, isOpen, () => setOpen(false))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard for what is inside
    <div
      ref={box}
      className="study-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        box.current?.querySelector('button')?.focus()
      }}
    >
      <h1>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${t('plan.studies')} ${nameOf(current)}`}
          title={t('plan.keyHint')}
          onClick={() => setOpen(!isOpen)}
        >
          {nameOf(current)}
          <svg className="stroke" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M2.5 4.5 6 8l3.5-3.5" />
          </svg>
        </button>
      </h1>
      {isOpen ? (
        <nav className="plan-menu study-list" aria-label={t('plan.studies')}>
          {STUDIES.map(({ id }, i) => (
            <button key={id} type="button" aria-current={id === current ? 'page' : undefined} onClick={() => go(id)}>
              <span>{nameOf(id)}</span>
              {i < DIGITS.length ? <Kbd>{DIGITS[i] ?? ''}</Kbd> : null}
            </button>
          ))}
        </nav>
      ) : null}
    </div>
  )
}
