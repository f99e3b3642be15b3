import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CasePhoto, isOpen } from '../../../server/contract/case.ts'
import type { CaseCard } from '../../api-cases.ts'
import { thumbnailAddress } from '../../api-photos.ts'
import { PhotoSheet } from '../../case/photos/PhotoSheet.tsx'
import { usePhotoVersion } from '../../case/photos/use-photo-version.ts'
import { moment } from '../../format.ts'
import { useActor } from '../../me/use-me.ts'

const PHASES = ['before', 'after'] as const

/** Before and after side by side, the last of each; an empty place says what it waits for. */
export function PanelPhotos({ card, now }: { card: CaseCard; now: number }) {
  const { t } = useTranslation()
  const actor = useActor()
  const [open, setOpen] = useState<CasePhoto>()
  return (
    <section className="panel-photos">
      <h2>
        {t('photo.title')} {card.photoAfter ? <span>{t('photo.needed')}</span> : null}
      </h2>
      <div>
        {PHASES.map((phase) => {
          const all = card.photos.filter((photo) => photo.phase === phase)
          const last = all.at(-1)
          if (last && actor)
            return <Slot key={phase} photo={last} more={all.length - 1} now={now} onOpen={() => setOpen(last)} />
          return (
            <p key={phase} className="photo-empty">
              {t(`photo.${phase}`)}
              <small>
                {last ? t('photo.guest', { n: all.length }) : t(isOpen(card) ? `photo.${phase}Awaited` : 'photo.none')}
              </small>
            </p>
          )
        })}
      </div>
      {open ? <PhotoSheet photo={open} all={card.photos} onShow={setOpen} onClose={() => setOpen(undefined)} /> : null}
    </section>
  )
}

interface SlotProps {
  photo: CasePhoto
  /** How many of the same phase there are besides. */
  more: number
  now: number
  onOpen: () => void
}

function Slot({ photo, more, now, onOpen }: SlotProps) {
  const { t } = useTranslation()
  const version = usePhotoVersion(photo.id)
  const phase = t(`photo.${photo.phase}`)
  return (
    <figure>
      <button type="button" onClick={onOpen} aria-label={t('photo.open', { phase })}>
        <img src={thumbnailAddress(photo.id, version)} alt={t('photo.alt', { phase })} />
      </button>
      <figcaption>
        {phase} {moment(photo.addedAt, now)}
        {more > 0 ? ` +${more}` : ''}
      </figcaption>
    </figure>
  )
}
