import './masthead.css';
import type { ReactElement } from 'react';
import { isolated } from '#shared/domain/isolated.ts';
import type { Insurer } from '#shared/domain/people.ts';
import { LogoPicture } from '../components/logo-picture.tsx';

interface MastheadProps {
  /** Whose paper it is; null where the workbook does not say. */
  readonly insurer: Pick<Insurer, 'name' | 'logo'> | null;
  /** What the paper is, over the name. */
  readonly eyebrow: string;
  readonly insured: string;
  /** Empty where a case has none yet. */
  readonly reference: string;
  /** One line each, under the reference. */
  readonly notes: readonly string[];
}

/** Names longer than this are set smaller, so that the page stays one page. */
const LONG_NAME = 60;

/** The head of every paper of the family: the insurer's logo, whom it is about, and its reference. */
export function Masthead({ insurer, eyebrow, insured, reference, notes }: MastheadProps): ReactElement {
  const logo = insurer?.logo ?? null;
  return (
    <header className="masthead">
      {insurer === null || logo === null ? null : (
        // The room is there before the picture is: the page is measured at once.
        <div className="logo">
          <LogoPicture logo={logo} alt={insurer.name} className="logo-picture" />
        </div>
      )}
      <div className="masthead-name">
        <p className="eyebrow">{eyebrow}</p>
        <h1 data-long={insured.length > LONG_NAME ? 'true' : undefined}>{isolated(insured)}</h1>
      </div>
      <p className="reference">
        {reference === '' ? null : <strong>{reference}</strong>}
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </p>
    </header>
  );
}
