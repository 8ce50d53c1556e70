import type { ComponentType } from 'react';
import type { Pillar } from '#shared/domain/vocabulary.ts';

/** A section of the editor. app/workbench/sections.ts lists them all. */
export interface Section<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly Page: ComponentType<{ readonly title: string }>;
  /** The first words of the paths of the fields that it shows, such as `terms`; `terms.contract` goes before `terms`. */
  readonly fields: readonly string[];
  /** The pillar whose questions it asks. */
  readonly pillar?: Pillar;
}
