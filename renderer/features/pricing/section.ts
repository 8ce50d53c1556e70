import type { Section } from '../../editor/section.ts';
import { PriceSection } from './price-section.tsx';

export const priceSection: Section<'price'> = {
  id: 'price',
  title: 'Price',
  Page: PriceSection,
  fields: [],
};
