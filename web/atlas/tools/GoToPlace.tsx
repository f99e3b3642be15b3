import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { Button } from '../../ui/Button.tsx'
import { parsePlace } from './parse-place.ts'

/** Goes to coordinates as people write them. */
export function GoToPlace({ onGo, onClose }: { onGo: (lngLat: LngLat) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const hint = useId()
  const [text, setText] = useState('')
  const place = parsePlace(text)
  return (
    <form
      className="float go-to"
      aria-label={t('goTo.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (place) onGo(place)
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because someone asked to type here
        autoFocus
        value={text}
        maxLength={80}
        placeholder={t('goTo.example')}
        aria-label={t('goTo.title')}
        aria-describedby={hint}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      />
      <Button small type="submit" look="primary" disabled={!place}>
        {t('goTo.go')}
      </Button>
      <Button small look="quiet" onClick={onClose}>
        {t('goTo.close')}
      </Button>
      <small id={hint}>{t(text !== '' && !place ? 'goTo.unread' : 'goTo.hint')}</small>
    </form>
  )
}
