import { createContext } from '@lit/context';
import type { Localizer } from '../i18n/localizer.js';

/**
 * Carries the {@link Localizer} of everything inside a provider; `undefined` where the provider leaves the language to
 * the page. The number grows when its shape breaks.
 */
export const localizerContext = createContext<Localizer | undefined>(Symbol.for('imaginations.localizer.1'));
