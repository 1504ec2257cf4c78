import { html, nothing, type TemplateResult } from 'lit';
import { relativeTime } from '../../i18n/calendar.js';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { isFinal, type Iteration, type Session } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { icon } from '../../ui/icon.js';
import { more } from '../../ui/icon-shapes.js';
import { sessionName } from '../session/session-name.js';
import { sessionTally } from '../session/session-tally.js';
import { titleField } from '../session/title-field.js';
import { mosaic } from './mosaic.js';

export interface SessionCardOptions {
  readonly localizer: Localizer;
  readonly store: ImaginationsStore;
  readonly session: Session;
  /** Shown width in px. */
  readonly width: number;
  /** Whether Tab reaches it. */
  readonly isCurrent: boolean;
  readonly isRenaming: boolean;
  /** Among the first a person sees. */
  readonly isPriority: boolean;
  readonly hasMenu: boolean;
  readonly open: () => void;
  readonly openIteration: (iteration: Iteration) => void;
  readonly openMenu: (button: HTMLElement) => void;
  readonly rename: (title: string) => void;
  readonly cancelRename: () => void;
}

/** The rows of a session's cover as they stand now, without what has been put away since. */
export const liveCover = (session: Session, store: ImaginationsStore): readonly Iteration[] =>
  (session.cover ?? [])
    .map((row) => store.iteration(row.id) ?? row)
    .filter((row) => !row.archivedAt)
    .slice(0, 4);

/** One session: previews, name, counts, state, last activity. Rendered inside an `<li>`. */
export function sessionCard(options: SessionCardOptions): TemplateResult {
  const { localizer, store, session, isCurrent, isPriority, width } = options;
  const cover = liveCover(session, store);
  const tabIndex = isCurrent ? 0 : -1;
  const active = session.counts?.active ?? cover.filter(({ status }) => !isFinal(status)).length;
  const { prompt } = session.brief;
  return html`${mosaic({ localizer, store, cover, prompt, width, isPriority, tabIndex, open: options.openIteration })}
    ${
      active > 0
        ? html`<span class="badge on-picture active"><i></i>${localizer.t('count.running', { count: active })}</span>`
        : nothing
    }
    <div class="text">${renderTitle(options, tabIndex)} ${renderMeta(options, cover)}</div>`;
}

function renderTitle(options: SessionCardOptions, tabIndex: 0 | -1): TemplateResult {
  const { localizer, session, isRenaming, hasMenu, open, openMenu, rename, cancelRename } = options;
  const name = sessionName(session, localizer);
  const actions = localizer.t('session.actions', { title: clipText(name, 60) });
  if (isRenaming) {
    const [label, value] = [localizer.t('session.title'), session.title ?? ''];
    return html`<div class="title">
      ${titleField({ label, value, placeholder: name, save: rename, cancel: cancelRename })}
    </div>`;
  }
  return html`<div class="title">
    <button type="button" class="open" part="open" data-control="open" tabindex=${tabIndex} @click=${open}>
      <span class="clamp" dir="auto">${name}</span>
    </button>
    ${
      hasMenu
        ? html`<button
            type="button"
            class="btn icon small more"
            data-control="more"
            tabindex=${tabIndex}
            aria-haspopup="menu"
            aria-expanded="false"
            title=${localizer.t('app.more')}
            aria-label=${actions}
            @click=${({ currentTarget }: Event) => openMenu(currentTarget as HTMLElement)}
          >
            ${icon(more)}
          </button>`
        : nothing
    }
  </div>`;
}

function renderMeta({ localizer, store, session }: SessionCardOptions, cover: readonly Iteration[]): TemplateResult {
  const at = session.lastActivityAt ?? session.createdAt;
  return html`<div class="meta">
    ${sessionTally(localizer, session, cover)}
    <time datetime=${at} title=${localizer.dateTime(at)}>${relativeTime(localizer, at, store.now())}</time>
  </div>`;
}
