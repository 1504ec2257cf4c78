import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { isFinal, KINDS, type Iteration, type Session } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { icon } from '../../ui/icon.js';
import { alert, audio, image, more, video } from '../../ui/icon-shapes.js';
import { mosaic } from './mosaic.js';
import { titleField } from './title-field.js';

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

const TITLE_LENGTH = 240;
const SHAPES = { image, video, audio } as const;

/** What a session is called: its title, else its prompt, shortened for a card. */
export const sessionName = (session: Session, localizer: Localizer): string =>
  clipText(session.title || session.brief.prompt, TITLE_LENGTH) || localizer.t('session.untitled');

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
  return html`${mosaic({ localizer, store, cover, width, isPriority, tabIndex, open: options.openIteration })}
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
  const full = localizer.dateTime(at);
  const failed = session.counts?.failed ?? cover.filter(({ status }) => status === 'failed').length;
  const counts = KINDS.flatMap((kind) => {
    const count = session.counts?.[kind] ?? 0;
    if (count === 0) return [];
    const label = localizer.t(`count.${kind}`, { count });
    return html`<span class="tally" title=${label}
      >${icon(SHAPES[kind])}<span aria-hidden="true">${localizer.number(count)}</span
      ><span class="visually-hidden">${label}</span></span
    >`;
  });
  const failures = localizer.t('count.failed', { count: failed });
  return html`<div class="meta">
    ${counts}
    ${
      failed > 0
        ? html`<span class="tally bad" title=${failures}
            >${icon(alert)}<span aria-hidden="true">${localizer.number(failed)}</span
            ><span class="visually-hidden">${failures}</span></span
          >`
        : nothing
    }
    <time datetime=${at} title=${localizer.t('session.lastActivity', { time: full })}
      >${localizer.relativeTime(at, store.now())}</time
    >
  </div>`;
}
