import type { GenerateOutcome, ImagineRequest } from '../../store/index.js';
import { IntentEvent } from '../intents/intent-event.js';

/** What is asked for. */
export interface ImagineDetail {
  readonly request: ImagineRequest;
}

/** What was asked for, and what became of it. */
export interface ImaginedDetail extends ImagineDetail {
  readonly outcome: GenerateOutcome;
}

/** A brief is about to be sent; cancelable: it stays in the composer then. */
export class ImagineEvent extends IntentEvent<ImagineDetail> {
  constructor(request: ImagineRequest) {
    super('imagine', { request }, true);
  }
}

/** A brief was sent. Where that failed, the composer has it back and says why. */
export class ImaginedEvent extends IntentEvent<ImaginedDetail> {
  constructor(request: ImagineRequest, outcome: GenerateOutcome) {
    super('imagined', { request, outcome });
  }
}

declare global {
  interface HTMLElementEventMap {
    imagine: ImagineEvent;
    imagined: ImaginedEvent;
  }
}
