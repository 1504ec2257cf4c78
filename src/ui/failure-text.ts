import type { Localizer } from '../i18n/localizer.js';
import type { Failure } from '../model/index.js';

/** What a failure says to a person: the adapter's own words where it has some, else ours for the code. */
export const failureText = (localizer: Localizer, failure: Failure): string =>
  failure.userMessage ?? localizer.t(`error.${failure.code}`);
