import type { Id } from '../../../model/index.js';
import type { JudgingContext } from './panel-judging.js';
import type { ProjectNames } from './project-names.js';
import type { ReferenceLook } from './reference-look.js';

/** A fact about what is shown. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** What the panel needs besides the rows, of its lightbox. */
export interface DetailsContext extends Omit<JudgingContext, 'drafts' | 'notes' | 'fields'> {
  /** How many parts of a text are shown, by the text's name. */
  readonly expanded: ReadonlyMap<string, number>;
  readonly expand: (name: string, parts: number) => void;
  readonly copy: (text: string, said: 'action.copied' | 'toast.copiedPrompt' | 'panel.copiedBrief') => void;
  readonly open: (id: Id) => void;
  readonly close: () => void;
}

/** The same, with what has come with the panel. */
export interface PanelContext extends DetailsContext, JudgingContext {
  readonly look: ReferenceLook;
  readonly projects: ProjectNames;
  /** Address of the document. */
  readonly base: string;
}
