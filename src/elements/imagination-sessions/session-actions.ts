import { type nothing, type TemplateResult } from 'lit';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { addEnglish } from '../../i18n/registry.js';
import { actionTexts } from '../../i18n/texts/actions.js';
import { allArchivedTexts } from '../../i18n/texts/all-archived.js';
import { selectionTexts } from '../../i18n/texts/selection.js';
import { sessionPageTexts } from '../../i18n/texts/session-page.js';
import { sessionSelectionTexts } from '../../i18n/texts/session-selection.js';
import type { Id, Session } from '../../model/index.js';
import { isPlaceholder } from '../../store/index.js';
import { pictureCheckStyles } from '../../theme/picture-check.styles.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { menuStyles } from '../../ui/menu.js';
import { batchBarStyles } from '../collection/batch-bar.styles.js';
import { openSession } from '../intents/open-session.js';
import { archiveSessions, renameSession, unarchiveSessions } from '../intents/session-intents.js';
import { OwnMessages } from '../messages/own-messages.js';
import { sessionName } from '../session/session-name.js';
import { CardMenu } from './card-menu.js';
import { CardSelection, selectedSessions } from './card-selection.js';
import { CardShortcuts } from './card-shortcuts.js';
import type { Cards } from './cards.js';
import { SessionBar } from './session-bar.js';
import { sessionsAway } from './sessions-away.js';
import { sessionMenu } from './session-menu.js';
import { sessionSelectionStyles } from './session-selection.styles.js';

/** What can be done to cards: the first picture does not need it. */
export class SessionActions {
  readonly #cards: Cards;
  readonly #menu: CardMenu;
  readonly #announcer: AnnouncerController;
  readonly #selection: CardSelection;
  readonly #bar: SessionBar;
  readonly #messages: OwnMessages;
  readonly #shortcuts: CardShortcuts;

  constructor(cards: Cards) {
    const { host } = cards;
    this.#cards = cards;
    this.#menu = new CardMenu(host);
    this.#announcer = new AnnouncerController(host);
    this.#selection = new CardSelection(cards, (text, about) => this.#announcer.announce(text, about));
    this.#bar = new SessionBar(cards, this.#selection);
    this.#messages = new OwnMessages(host, () => ({ localizer: cards.localizer(), store: cards.store() }));
    this.#shortcuts = new CardShortcuts({
      cards,
      selection: this.#selection,
      putSelected: () => this.#bar.act(),
      putOf: (session) => this.#putOf(session),
      openMenu: (button, session) => this.toggle(button, session),
    });
    addEnglish({
      ...actionTexts,
      ...allArchivedTexts,
      ...selectionTexts,
      ...sessionPageTexts,
      ...sessionSelectionTexts,
    });
    adoptStyles(host, menuStyles, batchBarStyles, pictureCheckStyles, sessionSelectionStyles);
  }

  /** Something else whenever other sessions are selected, or more is known of them. */
  get version(): string {
    const { now } = this.#selection;
    return now && !now.isEmpty ? `${now.version} ${selectedSessions(this.#cards, now)}` : '';
  }

  render(): readonly unknown[] {
    return [this.#menu.render(), this.#bar.render(), this.#messages.render(), this.#shortcuts.render()];
  }

  /** What a card's class says more. */
  mark(id: Id): string {
    return this.#selection.has(id) ? ' selected' : '';
  }

  /** What stands on a card. */
  renderOn(session: Session, isCurrent: boolean): TemplateResult | typeof nothing {
    return this.#selection.renderCheck(session, isCurrent);
  }

  /** What is said where all sessions are in the archive; nothing where they are not. */
  renderAway(): TemplateResult | undefined {
    return sessionsAway(this.#cards);
  }

  /** Opens the menu of a card, or closes it. */
  toggle(anchor: HTMLElement, session: Session): void {
    const { host } = this.#cards;
    const [store, localizer] = [this.#cards.store(), this.#cards.localizer()];
    if (!store || !anchor.isConnected) return;
    const items = sessionMenu({
      localizer,
      session,
      canRename: this.#canRename(session),
      canArchive: store.capabilities.archive,
      open: () => openSession(host, store, session),
      rename: () => void this.#cards.rename(session.id),
      archive: () => void archiveSessions(host, store, [session.id]),
      unarchive: () => void unarchiveSessions(host, store, [session.id]),
    });
    this.#menu.toggle(anchor, localizer.t('app.more'), items);
  }

  /** Lets a person name a session. */
  startRename(id: Id): boolean {
    const session = this.#cards.store()?.session(id);
    return session !== undefined && this.#canRename(session) && this.#cards.rename(id);
  }

  async rename(session: Session, title: string): Promise<void> {
    const { host } = this.#cards;
    const [store, localizer] = [this.#cards.store(), this.#cards.localizer()];
    if (!store || !this.#cards.rename(null)) return;
    await renameSession(host, store, session, title);
    const now = store.session(session.id);
    if (now && now.title !== session.title) {
      this.#announcer.announce(localizer.t('toast.renamed', { title: sessionName(now, localizer) }));
    }
  }

  /** Puts a session away, or brings it back; nothing where that cannot be. */
  #putOf({ id, archivedAt, can = {} }: Session): (() => void) | undefined {
    const { host } = this.#cards;
    const store = this.#cards.store();
    const isAllowed = (archivedAt ? can.unarchive : can.archive) !== false;
    if (!store?.capabilities.archive || !isAllowed) return undefined;
    return () => void (archivedAt ? unarchiveSessions : archiveSessions)(host, store, [id]);
  }

  #canRename({ id, can }: Session): boolean {
    return (this.#cards.store()?.capabilities.rename ?? false) && can?.rename !== false && !isPlaceholder(id);
  }
}
