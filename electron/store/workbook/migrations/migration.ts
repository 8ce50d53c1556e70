/** One numbered step of the schema. A step that has been released is never edited; a change is a new step. */
export interface Migration {
  /** The `user_version` after the step; higher than that of every step before it. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
