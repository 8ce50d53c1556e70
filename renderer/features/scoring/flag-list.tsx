import { OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { Flag } from '#shared/scoring/score-result.ts';
import './flag-list.css';

interface FlagListProps {
  readonly label: string;
  readonly kind: 'stop' | 'refer';
  readonly flags: readonly Pick<Flag, 'id' | 'label' | 'reason' | 'fields'>[];
  /** Opens the first field of a flag. */
  readonly onOpen: (flag: Pick<Flag, 'fields'>) => void;
}

/** What stops a quote, or what needs authority: two lists that look different in shape as well as colour. */
export function FlagList({ label, kind, flags, onOpen }: FlagListProps): ReactElement | null {
  if (flags.length === 0) return null;
  const Icon = kind === 'stop' ? OctagonX : TriangleAlert;
  return (
    <section className={`flag-list flag-list-${kind}`} aria-label={label}>
      <h3 className="flag-list-head">
        {label} <span className="figures">{flags.length}</span>
      </h3>
      <ul>
        {flags.map((flag) => (
          <li key={`${flag.id}${flag.reason}`}>
            <Button className="flag" onPress={() => onOpen(flag)} isDisabled={flag.fields.length === 0}>
              <Icon aria-hidden />
              <span>
                <span className="flag-label">{flag.label}</span>
                <span className="flag-reason">{flag.reason}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
