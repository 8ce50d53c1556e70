import type { AssessmentId } from '#shared/domain/records.ts';
import type { Failure } from '#shared/domain/result.ts';
import { BridgeError, failureText } from '../../bridge.ts';

export const unsavedText = (name: string): string =>
  `The last change to ${name} could not be saved. It is kept in this window.`;

/** Why, in words that hold while the change is kept. */
export const unsavedReason = (failure: Failure): string =>
  failure.code === 'conflict'
    ? 'It has been changed elsewhere: go back to it and choose which version to keep.'
    : failureText(failure);

/** Another assessment cannot be opened: the editor holds a change that could not be written. */
export class UnsavedChange extends BridgeError {
  readonly id: AssessmentId;
  readonly subjectName: string;
  constructor(id: AssessmentId, subjectName: string, failure: Failure) {
    super(failure);
    this.name = 'UnsavedChange';
    this.id = id;
    this.subjectName = subjectName;
  }
}
