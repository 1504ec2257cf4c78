/** A picture, and what a tile shows of it. */
export interface Slide {
  readonly src: string;
  readonly thumb: string;
  readonly width: number;
  readonly height: number;
}

/** A lightbox that is not open. */
export interface Subject {
  /** @param index which of the slides; a tile of it has the focus. */
  open(index: number): void;
  close(): void;
}

export type Mount = (slides: readonly Slide[]) => Subject | Promise<Subject>;
