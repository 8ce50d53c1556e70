import { Fragment, type ReactElement } from 'react';
import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import { exclusionGroups } from './exclusion-groups.ts';
import type { QuotedParts } from './part-numbers.ts';

interface ExclusionsByPartsProps {
  readonly exclusions: readonly { readonly label: string; readonly parts: readonly CoveragePartId[] }[];
  readonly parts: QuotedParts;
}

/** The labels of exclusions in two items of a list: those of every part, and the others with their parts. */
export function ExclusionsByParts({ exclusions, parts }: ExclusionsByPartsProps): ReactElement {
  const groups = exclusionGroups(exclusions, parts);
  const items = [groups.filter(({ isWhole }) => isWhole), groups.filter(({ isWhole }) => !isWhole)];
  return (
    <>
      {items
        .filter((item) => item.length > 0)
        .map((item) => (
          <li key={item[0]?.under}>
            {item.map(({ under, exclusions: own }, index) => (
              <Fragment key={under}>
                {parts.count > 1 ? <strong>{`${index === 0 ? '' : ' '}Under ${under}: `}</strong> : null}
                {`${own.map(({ label }) => label).join('; ')}.`}
              </Fragment>
            ))}
          </li>
        ))}
    </>
  );
}
