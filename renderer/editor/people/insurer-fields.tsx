import { type ReactElement, useState } from 'react';
import type { Insurer } from '#shared/domain/people.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { LogoPicture } from '../../components/logo-picture.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { chooseLogo } from './people-actions.ts';
import './insurer-fields.css';

interface InsurerFieldsProps {
  readonly typed: Insurer;
  readonly onChange: (typed: Insurer) => void;
  readonly faults: Readonly<Record<string, string>>;
}

export function InsurerFields({ typed, onChange, faults }: InsurerFieldsProps): ReactElement {
  const [logoFault, setLogoFault] = useState<string | null>(null);
  const choose = async (): Promise<void> => {
    setLogoFault(null);
    try {
      const logo = await chooseLogo();
      if (logo !== null) onChange({ ...typed, logo });
    } catch (error) {
      setLogoFault(failureText(failureOf(error)));
    }
  };
  return (
    <>
      <div className="field-grid">
        <TextEntry
          label="Insurer’s name"
          help="The company that takes the risk, as papers name it."
          value={typed.name === '' ? null : typed.name}
          onChange={(name) => onChange({ ...typed, name: name ?? '' })}
          maximumLength={200}
          error={faults.name}
        />
        <TextEntry
          label="Short name"
          help="Optional."
          value={typed.shortName}
          onChange={(shortName) => onChange({ ...typed, shortName })}
          maximumLength={60}
          error={faults.shortName}
        />
        <TextEntry
          label="Insurer’s address"
          value={typed.address}
          onChange={(address) => onChange({ ...typed, address })}
          maximumLength={500}
          isLong
          error={faults.address}
        />
        <TextEntry
          label="Licence no."
          help="And who gave it."
          value={typed.licence}
          onChange={(licence) => onChange({ ...typed, licence })}
          maximumLength={200}
          error={faults.licence}
        />
      </div>
      <div className="row insurer-logo">
        {typed.logo !== null && (
          <LogoPicture className="logo-picture" alt="Logo of the insurer" logo={typed.logo} />
        )}
        <Button onPress={() => void choose()}>
          {typed.logo === null ? 'Choose a logo…' : 'Choose another logo…'}
        </Button>
        {typed.logo !== null && (
          <Button onPress={() => onChange({ ...typed, logo: null })}>Use no logo</Button>
        )}
        <span className="small soft">Optional: PNG or SVG, 512 kB at most.</span>
      </div>
      {logoFault !== null && (
        <p className="insurer-logo-fault" role="alert">
          {logoFault}
        </p>
      )}
    </>
  );
}
