import { createContext } from '@lit/context';
import type { Localizer } from '../i18n/localizer.js';

/** Carries the {@link Localizer} of everything inside a provider. The number grows when its shape breaks. */
export const localizerContext = createContext<Localizer>(Symbol.for('imaginations.localizer.1'));
