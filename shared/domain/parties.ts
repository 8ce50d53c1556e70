/** Who stands on the paper: for whom it is quoted and by whom. Null or blank where nobody was named. */
export interface Parties {
  readonly insurer: string | null;
  readonly underwriter: string | null;
}

/** Who stands on the paper of a workbook's insurer, prepared by somebody. */
export const partiesOf = (insurer: { readonly name: string } | null, underwriter: string): Parties => ({
  insurer: insurer?.name ?? null,
  underwriter,
});
