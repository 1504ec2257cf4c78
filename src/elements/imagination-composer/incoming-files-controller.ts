import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What came in by drop or paste. */
export interface IncomingFiles {
  readonly files: readonly File[];
  /** Names of folders, which cannot be taken. */
  readonly folders: readonly string[];
}

export interface IncomingFilesOptions {
  /** Whether files are taken at all; asked for each event. */
  readonly when: () => boolean;
  readonly take: (incoming: IncomingFiles) => void;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

function sort({ items, files }: DataTransfer): IncomingFiles {
  const taken: File[] = [];
  const folders: string[] = [];
  for (const item of items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) folders.push(entry.name);
    else if (file) taken.push(file);
  }
  return taken.length + folders.length > 0 ? { files: taken, folders } : { files: [...files], folders };
}

/** Files that are dropped on the host or pasted into it. Text stays the browser's, and what happens elsewhere the page's. */
export class IncomingFilesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: IncomingFilesOptions;
  #isOver = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: IncomingFilesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether files are held over the host. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostConnected(): void {
    for (const type of ['dragenter', 'dragover'] as const) this.#host.addEventListener(type, this.#handleOver);
    this.#host.addEventListener('dragleave', this.#handleLeave);
    this.#host.addEventListener('drop', this.#handleDrop);
    this.#host.addEventListener('paste', this.#handlePaste);
  }

  hostDisconnected(): void {
    for (const type of ['dragenter', 'dragover'] as const) this.#host.removeEventListener(type, this.#handleOver);
    this.#host.removeEventListener('dragleave', this.#handleLeave);
    this.#host.removeEventListener('drop', this.#handleDrop);
    this.#host.removeEventListener('paste', this.#handlePaste);
    this.#isOver = false;
  }

  #setOver(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }

  readonly #handleOver = (event: DragEvent): void => {
    if (!hasFiles(event) || !this.#options.when()) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.#setOver(true);
  };

  readonly #handleLeave = ({ clientX: x, clientY: y }: DragEvent): void => {
    // Also fired between the parts of the host; `relatedTarget` does not tell everywhere.
    const { left, right, top, bottom } = this.#host.getBoundingClientRect();
    if (x <= left || x >= right || y <= top || y >= bottom) this.#setOver(false);
  };

  readonly #handleDrop = (event: DragEvent): void => {
    this.#setOver(false);
    if (!event.dataTransfer || !hasFiles(event) || !this.#options.when()) return;
    event.preventDefault();
    this.#options.take(sort(event.dataTransfer));
  };

  readonly #handlePaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    // Office programs put a picture of the text beside the text.
    if (!clipboardData || clipboardData.types.includes('text/plain') || !this.#options.when()) return;
    const incoming = sort(clipboardData);
    if (incoming.files.length + incoming.folders.length === 0) return;
    event.preventDefault();
    this.#options.take(incoming);
  };
}
