import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localizerContext } from '../context/localizer-context.js';
import type { MessageKey, Messages } from '../i18n/en.js';
import { Localizer } from '../i18n/localizer.js';
import type { MessageParams } from '../i18n/message.js';
import { addEnglish, onLocaleRegistered } from '../i18n/registry.js';
import { closestComposed } from '../internal/composed-tree.js';
import { LateContext } from './late-context.js';

const defaults = new Map<string, Localizer>();

function defaultFor(element: Element): Localizer {
  const locale = closestComposed(element, (one) => Boolean(one.getAttribute('lang')))?.getAttribute('lang') ?? 'en';
  const localizer = defaults.get(locale) ?? new Localizer({ locale });
  defaults.set(locale, localizer);
  return localizer;
}

function directionOf(element: Element): 'ltr' | 'rtl' | undefined {
  const dir = element.getAttribute('dir')?.toLowerCase();
  return dir === 'ltr' || dir === 'rtl' ? dir : undefined;
}

/** Texts for an element: of the provider's localizer, else in the language of the nearest `lang` attribute. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #provided: LateContext<Localizer | undefined>;
  #fallback: Localizer | undefined;
  #stop: (() => void) | undefined;

  /** @param texts the texts in English that the host shows; they are there from then on. */
  constructor(host: ReactiveControllerHost & HTMLElement, ...texts: readonly Partial<Messages>[]) {
    this.#host = host;
    for (const part of texts) addEnglish(part);
    this.#provided = new LateContext(host, localizerContext);
    host.addController(this);
  }

  get localizer(): Localizer {
    return this.#provided.value ?? (this.#fallback ??= defaultFor(this.#host));
  }

  /** Direction of the localizer's script, unless a `dir` attribute at or below what gives the language says otherwise. */
  get dir(): 'ltr' | 'rtl' {
    const provider = this.#provided.value && this.#provided.provider;
    const nearest = closestComposed(this.#host, (one) => {
      const isSource = provider ? one === provider : Boolean(one.getAttribute('lang'));
      return isSource || directionOf(one) !== undefined;
    });
    return (nearest && directionOf(nearest)) ?? this.localizer.dir;
  }

  /** The text for a key; see {@link Localizer.t}. */
  t(key: MessageKey, params?: MessageParams): string {
    return this.localizer.t(key, params);
  }

  hostConnected(): void {
    this.#fallback = undefined;
    this.#stop = onLocaleRegistered(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
