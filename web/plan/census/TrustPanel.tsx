import { useTranslation } from 'react-i18next'
import type { LayerTrust } from '../../../server/contract/trust.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { number } from '../../format.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Figures } from '../Figures.tsx'
import { TRUST_BY, type TrustBy } from './trust-features.ts'
import { useLayerNames } from './use-layer-names.ts'
import { useTrust, weakOf } from './use-trust.ts'

/** 数据可信度: which layers can be relied on, by the class of their positions or by their age. */
export function TrustPanel() {
  const { t } = useTranslation()
  const { by, summary, rows, row, change } = useTrust()
  return (
    <>
      <Choice
        label={t('census.trust.by')}
        options={TRUST_BY.map((id) => ({ id, name: t(`census.trust.by.${id}`) }))}
        value={by}
        onChange={(next) => change({ by: next === 'accuracy' ? undefined : next })}
      />
      <WithAge of={summary} title={t('census.trust.failed')}>
        {({ layers }) => (
          <>
            <Figures of={figuresOf(layers)} />
            <ul className="trust-rows" aria-label={t('census.byLayer')}>
              {rows.map((one) => (
                <TrustRow key={one.layer} of={one} by={by} isChosen={one === row} />
              ))}
            </ul>
            <p className="ranked-base">{t('census.trust.base')}</p>
          </>
        )}
      </WithAge>
    </>
  )

  function figuresOf(layers: readonly LayerTrust[]) {
    const sum = (of: (one: LayerTrust) => number): number => layers.reduce((total, one) => total + of(one), 0)
    const canBe = layers.filter(({ graded }) => graded)
    const all = canBe.reduce((total, { things }) => total + things, 0)
    const exact = canBe.reduce((total, { accuracy }) => total + accuracy.A + accuracy.B, 0)
    const [things, fresh] = [sum((one) => one.things), sum(({ ages }) => (ages[0] ?? 0) + (ages[1] ?? 0))]
    const share = (part: number, whole: number): string => (whole > 0 ? number((part / whole) * 100, 1) : '—')
    return [
      { id: 'things', name: t('census.figure.things'), value: number(things), unit: t('census.unit') },
      { id: 'exact', name: t('census.trust.exact'), value: share(exact, all), unit: '%' },
      { id: 'fresh', name: t('census.trust.fresh'), value: share(fresh, things), unit: '%' },
    ]
  }
}

function TrustRow({ of, by, isChosen }: { of: LayerTrust; by: TrustBy; isChosen: boolean }) {
  const { t } = useTranslation()
  const { layerName } = useLayerNames()
  const { change } = useTrust()
  const { layer, things, accuracy, ages, graded } = of
  const parts = by === 'age' ? ages : graded ? [accuracy.A, accuracy.B, accuracy.C, 0, accuracy.none] : []
  return (
    <li className={isChosen ? 'is-chosen' : undefined}>
      <button
        type="button"
        aria-pressed={isChosen}
        title={t('census.ofThings', { n: number(things) })}
        onClick={() => change({ layer, at: undefined })}
      >
        <b>{layerName(layer)}</b>
        <span>
          {by === 'accuracy' && !graded
            ? t('census.trust.noClass')
            : t(`census.trust.weak.${by}`, { n: number(weakOf(of, by)), all: number(things) })}
        </span>
        {parts.length > 0 ? (
          <i className="trust-bar" aria-hidden="true">
            {parts.map((part, tone) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: a tone is its place
              part > 0 ? <i key={tone} className={`trust-tone-${tone}`} style={{ flexGrow: part }} /> : null,
            )}
          </i>
        ) : null}
      </button>
    </li>
  )
}
