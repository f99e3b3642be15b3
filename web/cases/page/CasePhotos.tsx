import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CasePhoto } from '../../../server/contract/case.ts'
import { isOpen } from '../../../server/contract/case.ts'
import { mayAddPhoto, type PhotoPhase } from '../../../server/contract/photo.ts'
import type { CaseCard } from '../../api-cases.ts'
import { photoAddress, thumbnailAddress } from '../../api-photos.ts'
import { moment } from '../../format.ts'
import { useActor } from '../../me/use-me.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { AddPhoto } from './AddPhoto.tsx'

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
              <AddPhoto caseNumber={card.number} caseId={card.id} phase={phase} />
            ) : actor && of(phase).length === 0 ? (
              <p className="photo-empty">{t(isOpen(card) ? `photo.${phase}Awaited` : 'photo.none')}</p>
            ) : null}
          </div>
        ))}
      </div>
      {open ? (
        <Sheet title={t(`photo.${open.phase}`)} closeLabel={t('card.close')} onClose={() => setOpen(undefined)}>
          <img
            className="photo-full"
            src={photoAddress(open.id)}
            alt={t('photo.alt', { phase: t(`photo.${open.phase}`) })}
          />
          <PhotoWords photo={open} />
        </Sheet>
      ) : null}
    </section>
  )
}

function Photo({ photo, onOpen }: { photo: CasePhoto; onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <figure className="photo">
      <button type="button" onClick={onOpen} aria-label={t('photo.open', { phase: t(`photo.${photo.phase}`) })}>
        <img
          src={thumbnailAddress(photo.id)}
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

function PhotoWords({ photo: { addedAt, warnings } }: { photo: CasePhoto }) {
  const { t } = useTranslation()
  return (
    <p className="photo-words">
      <time dateTime={addedAt}>{moment(addedAt, Date.now())}</time>
      {warnings.map((warning) => (
        <span key={warning}>{t(`photoWarning.${warning}` as 'photoWarning.far-away')}</span>
      ))}
    </p>
  )
}
