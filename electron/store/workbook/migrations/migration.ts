/** One numbered step of the schema. A step that has been released is never edited; a change is a new step. */
export interface Migration {
  /** The `user_version` after the step; numbered by tens, so that a step can be put between two of one release. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
