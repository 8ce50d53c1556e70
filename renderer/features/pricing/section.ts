import { latePart } from '../../components/late-part.tsx';
import type { Section } from '../../editor/section.ts';

export const priceSection: Section<'price'> = {
  id: 'price',
  title: 'Price',
  Page: latePart(async () => (await import('./price-section.tsx')).PriceSection),
  fields: [],
};
