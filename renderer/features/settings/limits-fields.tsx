import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { MinorUnits } from '#shared/domain/money.ts';
import type { AuthorityLimits } from '#shared/domain/people.ts';
import { referralsBesideModel } from '#shared/domain/rule-labels.ts';
import { GRADES, type Grade } from '#shared/domain/vocabulary.ts';

import { ChoiceField } from '../../components/choice-field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { TickBox } from '../../components/tick-box.tsx';
import { currentModelQuery } from '../../editor/queries.ts';

interface LimitsFieldsProps {
  readonly limits: AuthorityLimits;
  readonly onChange: (limits: AuthorityLimits) => void;
}

const ANY = 'any';
const GRADE_CHOICES = [
  { key: ANY, label: 'Any grade' },
  ...GRADES.map((grade) => ({ key: grade, label: grade })),
];

/** What a person may do without another, a measure at a time; an empty field is no limit. */
export function LimitsFields({ limits, onChange }: LimitsFieldsProps): ReactElement {
  const set = (change: Partial<AuthorityLimits>) => onChange({ ...limits, ...change });
  const money = (
    label: string,
    field: 'limitEachEventMinor' | 'aggregateMinor' | 'ourLineMinor' | 'premiumMinor',
  ) => (
    <MoneyField
      label={label}
      currency={limits.currency}
      value={limits[field]}
      onChange={(value: MinorUnits | null) => set({ [field]: value })}
    />
  );
  const percent = (label: string, help: string, field: 'schedulePercent' | 'walkAwayPercent') => (
    <NumberField
      label={label}
      help={help}
      unit="%"
      low={0}
      high={1000}
      value={limits[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <>
      <p className="small soft measure">An empty field is no limit. Amounts are at 100%, except our line.</p>
      <div className="field-grid">
        {money('Limit each event up to', 'limitEachEventMinor')}
        {money('Paid in the period up to', 'aggregateMinor')}
        {money('Our line up to', 'ourLineMinor')}
        {money('Quoted premium up to', 'premiumMinor')}
        <ChoiceField
          label="Lowest grade"
          value={limits.lowestGrade ?? ANY}
          choices={GRADE_CHOICES}
          onChange={(key) => set({ lowestGrade: key === ANY ? null : (key as Grade) })}
        />
        {percent('Schedule adjustment within', 'Up or down.', 'schedulePercent')}
        {percent('Walks away below', 'Quoted in per cent of the technical premium.', 'walkAwayPercent')}
      </div>
      <Referrals limits={limits} onChange={onChange} />
      <TickBox
        label="May approve a grade whose action is to decline"
        isChecked={limits.mayApproveDecline}
        onChange={(mayApproveDecline) => set({ mayApproveDecline })}
      />
    </>
  );
}

function Referrals({ limits, onChange }: LimitsFieldsProps): ReactElement {
  const { data: current } = useQuery(currentModelQuery);
  const { mayClear } = limits;
  const model = current?.model;
  const all = (model === undefined ? [] : [...referralsBesideModel(model), ...model.referrals]).filter(
    ({ id }) => id !== model?.wording.decision?.authority?.flag,
  );
  const tick = (id: string, isChecked: boolean) => {
    const before = mayClear === 'all' ? all.map((referral) => referral.id) : mayClear;
    const others = before.filter((other) => other !== id);
    onChange({ ...limits, mayClear: isChecked ? [...others, id] : others });
  };
  return (
    <fieldset className="referrals-to-clear">
      <legend className="field-label">Referrals that may be cleared</legend>
      <TickBox
        label="Every referral, of later models too"
        isChecked={mayClear === 'all'}
        onChange={(isChecked) => onChange({ ...limits, mayClear: isChecked ? 'all' : [] })}
      />
      {mayClear !== 'all' &&
        all.map(({ id, label }) => (
          <TickBox
            key={id}
            label={label}
            isChecked={mayClear.includes(id)}
            onChange={(isChecked) => tick(id, isChecked)}
          />
        ))}
    </fieldset>
  );
}
