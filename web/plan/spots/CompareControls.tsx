import { useTranslation } from 'react-i18next'
import { ComparedBy } from '../../../server/contract/spot-periods.ts'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useSpotDesk } from './spot-desk.tsx'
import { AGAINST, INDICATORS, type Indicator } from './spot-search.ts'

const SHOWN = ['swipe', 'change'] as const
const BY = ComparedBy.options.filter((by) => by !== 'all' && by !== 'unit-grid')

/** Which figure, compared with what, by what. */
export function CompareControls() {
  const { t } = useTranslation()
  const { search, change } = useSpotDesk()
  return (
    <>
      <Choice
        label={t('spots.comparedWith')}
        value={search.against}
        options={AGAINST.map((id) => ({ id, name: t(`spotAgainst.${id}`) }))}
        onChange={(id) => change({ against: id === 'period' ? undefined : id })}
      />
      <Choice
        label={t('spots.howShown')}
        value={search.show}
        options={SHOWN.map((id) => ({ id, name: t(`spotShow.${id}`) }))}
        onChange={(id) => change({ show: id === 'swipe' ? undefined : id })}
      />
      <div className="spot-selects">
        <NamedSelect<Indicator>
          label={t('spots.indicator')}
          value={search.indicator}
          options={INDICATORS.map((id) => ({ value: id, label: t(`spotIndicator.${id}`) }))}
          onChange={(id) => change({ indicator: id === 'complaints' ? undefined : id })}
        />
        <NamedSelect<ComparedBy>
          label={t('spots.comparedBy')}
          value={search.by}
          options={BY.map((id) => ({ value: id, label: t(`spotBy.${id}`) }))}
          onChange={(id) => change({ by: id === 'cell' ? undefined : id, spot: undefined })}
        />
      </div>
    </>
  )
}
