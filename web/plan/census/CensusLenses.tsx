import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/Choice.tsx'
import { CensusDetail } from './CensusDetail.tsx'
import { CensusPanel } from './CensusPanel.tsx'
import { CensusTools } from './CensusTools.tsx'
import { TrustDetail } from './TrustDetail.tsx'
import { TrustPanel } from './TrustPanel.tsx'
import { TrustTools } from './TrustTools.tsx'
import { CENSUS_LENSES, useCensusLens } from './use-census-lens.ts'

/** Two looks at the data themselves: what is wrong with them, and how far the rest can be relied on. */
export function CensusLensPanel() {
  const { t } = useTranslation()
  const { lens, turnTo } = useCensusLens()
  return (
    <div className="ranked census">
      <Choice
        label={t('census.lenses')}
        options={CENSUS_LENSES.map((id) => ({ id, name: t(`census.lens.${id}`) }))}
        value={lens}
        onChange={turnTo}
      />
      {lens === 'trust' ? <TrustPanel /> : <CensusPanel />}
    </div>
  )
}

export const CensusLensDetail = () => (useCensusLens().lens === 'trust' ? <TrustDetail /> : <CensusDetail />)

export const CensusLensTools = () => (useCensusLens().lens === 'trust' ? <TrustTools /> : <CensusTools />)
