import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CasePhoto } from '../../../server/contract/case.ts'
import { isOpen } from '../../../server/contract/case.ts'
import { mayAddPhoto, type PhotoPhase } from '../../../server/contract/photo.ts'
import type { CaseCard } from '../../api-cases.ts'
import { thumbnailAddress } from '../../api-photos.ts'
import { useActor } from '../../me/use-me.ts'
import { AddPhoto } from './AddPhoto.tsx'
import { PhotoSheet } from './PhotoSheet.tsx'
import { PhotoWords } from './PhotoWords.tsx'
import { usePhotoVersion } from './use-photo-version.ts'

/** Before and after side by side, and what the check saw. An empty place says what it waits for. */
export function CasePhotos({ card }: { card: CaseCard }) {
  const { t } = useTranslation()
  const actor = useActor()
  const [open, setOpen] = useState<CasePhoto>()
  const mayAdd = (phase: PhotoPhase): boolean => isOpen(card) && mayAddPhoto(actor?.roles ?? [], phase)
  const of = (phase: PhotoPhase): CasePhoto[] => card.photos.filter((photo) => photo.phase === phase)
  const phases: PhotoPhase[] =
    of('check').length > 0 || mayAdd('check') ? ['before', 'after', 'check'] : ['before', 'after']
  return (
    <section className="photos">
      <h2>
        {t('photo.title')} {card.photoAfter ? <span>{t('photo.needed')}</span> : null}
      </h2>
      <div className="photo-columns" data-columns={phases.length}>
        {phases.map((phase) => (
          <div key={phase} className="photo-column">
            <h3>{t(`photo.${phase}`)}</h3>
            {of(phase).map((photo) =>
              actor ? <Photo key={photo.id} photo={photo} onOpen={() => setOpen(photo)} /> : null,
            )}
            {actor ? null : (
              <p className="photo-empty">
                {of(phase).length > 0 ? t('photo.guest', { n: of(phase).length }) : t('photo.none')}
              </p>
            )}
            {mayAdd(phase) ? (
              <>
                <AddPhoto caseNumber={card.number} caseId={card.id} phase={phase} />
                {of(phase).length === 0 ? <p className="photo-empty is-printed">{t(`photo.${phase}Awaited`)}</p> : null}
              </>
            ) : actor && of(phase).length === 0 ? (
              <p className="photo-empty">{t(isOpen(card) ? `photo.${phase}Awaited` : 'photo.none')}</p>
            ) : null}
          </div>
        ))}
      </div>
      {open ? <PhotoSheet photo={open} all={card.photos} onShow={setOpen} onClose={() => setOpen(undefined)} /> : null}
    </section>
  )
}

function Photo({ photo, onOpen }: { photo: CasePhoto; onOpen: () => void }) {
  const { t } = useTranslation()
  const version = usePhotoVersion(photo.id)
  return (
    <figure className="photo">
      <button type="button" onClick={onOpen} aria-label={t('photo.open', { phase: t(`photo.${photo.phase}`) })}>
        <img
          src={thumbnailAddress(photo.id, version)}
          alt={t('photo.alt', { phase: t(`photo.${photo.phase}`) })}
          loading="lazy"
        />
      </button>
      <figcaption>
        <PhotoWords photo={photo} />
      </figcaption>
    </figure>
  )
}
