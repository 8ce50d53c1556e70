import { replaceEqualDeep } from '@tanstack/react-query';

/** Whether two values of plain data say the same; the order of keys does not matter. */
export const isEqual = <T>(one: T, other: T): boolean => Object.is(replaceEqualDeep(one, other), one);
