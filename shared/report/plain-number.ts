/** What stands in a cell that has nothing to say; read as a dash. */
export const NOTHING = '-';

/** Every digit of a number as it is, with thousands separated. */
export function plainNumber(value: number): string {
  const text = String(value);
  if (/e/i.test(text)) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
