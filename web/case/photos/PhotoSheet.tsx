import './photos.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CasePhoto } from '../../../server/contract/case.ts'
import { may } from '../../../server/contract/permission.ts'
import { mayRedact } from '../../../server/contract/photo.ts'
import { photoAddress } from '../../api-photos.ts'
import { useActor } from '../../me/use-me.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { OriginalPhoto } from './OriginalPhoto.tsx'
import { PaintPhoto } from './PaintPhoto.tsx'
import { PhotoWords } from './PhotoWords.tsx'
import { usePhotoVersion } from './use-photo-version.ts'

interface PhotoSheetProps {
  photo: CasePhoto
  /** Those that one can go on to from it, itself among them. */
  all: readonly CasePhoto[]
  onShow: (photo: CasePhoto) => void
  onClose: () => void
}

/** One photo in large; who may, paints over it or reads the original. */
export function PhotoSheet({ photo, all, onShow, onClose }: PhotoSheetProps) {
  const { t } = useTranslation()
  const at = all.findIndex(({ id }) => id === photo.id)
  const [before, after] = [all[at - 1], all[at + 1]]
  const [doing, setDoing] = useState<'look' | 'paint' | 'original'>('look')
  const leave = (): void => setDoing('look')
  return (
    <Sheet title={t(`photo.${photo.phase}`)} closeLabel={t('card.close')} onClose={onClose}>
      <div className="photo-sheet">
        {doing === 'paint' ? <PaintPhoto photo={photo} onLeave={leave} /> : null}
        {doing === 'original' ? <OriginalPhoto photo={photo} onLeave={leave} /> : null}
        {doing === 'look' ? <Look photo={photo} onDo={setDoing} /> : null}
        {doing === 'look' && all.length > 1 ? (
          <div className="paint-buttons">
            <Button small disabled={!before} onClick={() => before && onShow(before)}>
              {t('photo.previous')}
            </Button>
            <Button small disabled={!after} onClick={() => after && onShow(after)}>
              {t('photo.next')}
            </Button>
            <small>{t('photo.place', { n: at + 1, of: all.length })}</small>
          </div>
        ) : null}
      </div>
    </Sheet>
  )
}

function Look({ photo, onDo }: { photo: CasePhoto; onDo: (doing: 'paint' | 'original') => void }) {
  const { t } = useTranslation()
  const actor = useActor()
  const version = usePhotoVersion(photo.id)
  return (
    <>
      <img
        className="photo-full"
        src={photoAddress(photo.id, version)}
        alt={t('photo.alt', { phase: t(`photo.${photo.phase}`) })}
      />
      <div className="paint-buttons">
        <PhotoWords photo={photo} />
        {actor && mayRedact(actor.roles) ? (
          <Button small onClick={() => onDo('paint')}>
            {t('paint.start')}
          </Button>
        ) : null}
        {actor && may(actor, 'read', 'original-photo') ? (
          <Button small onClick={() => onDo('original')}>
            {t('original.ask')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
