import { nothing, type LitElement, type TemplateResult } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import type { Localizer } from '../../i18n/index.js';
import type { Toast, ToastController } from '../../ui/toast.js';
import type { SaidBeside } from './said-beside.js';

/** Says what came of what was done in a lightbox: in its dialog, and once that has closed beside it. */
export class Speaker {
  readonly #toasts: ToastController;
  readonly #isOpen: () => boolean;
  readonly #beside: LatePart<SaidBeside>;
  /** What came of something; all else are hints. */
  readonly #said = new WeakSet<Toast>();

  /** @param toasts those in the dialog. */
  constructor(host: LitElement, toasts: ToastController, isOpen: () => boolean) {
    this.#toasts = toasts;
    this.#isOpen = isOpen;
    this.#beside = new LatePart(host, async () => {
      const { SaidBeside: Part } = await import('./said-beside.js');
      return new Part(host, toasts, isOpen);
    });
  }

  readonly say = (toast: Toast): void => {
    this.#said.add(toast);
    if (this.#isOpen()) this.#toasts.show(toast);
    // The region stands before there is something in it, or it is not read out.
    else void this.#beside.drawn().then((beside) => beside?.show(toast));
  };

  /** It has closed: what can be taken back still can. Hints of the viewer go with it. */
  left(): void {
    const { current } = this.#toasts;
    this.#toasts.dismiss();
    if (current?.actions?.length && this.#said.has(current)) this.say(current);
  }

  render(localizer: Localizer): TemplateResult | typeof nothing {
    return this.#beside.now?.render(localizer) ?? nothing;
  }
}
