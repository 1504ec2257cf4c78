import type { MessageKey } from '../../i18n/index.js';

/** Where a key is heard: among tiles, among the cards of sessions, in the viewer, in the whole app. */
export type ShortcutPlace = 'tiles' | 'cards' | 'viewer' | 'app';

/** What has to be there for a key to mean anything. */
export type ShortcutNeed =
  'annotate' | 'archive' | 'rename' | 'generate' | 'select' | 'change' | 'time' | 'play' | 'film' | 'captions';

/** Under which heading it stands in the sheet. */
export type ShortcutGroup = 'judge' | 'act' | 'play' | 'move' | 'zoom' | 'select' | 'help';

interface Entry {
  readonly id: string;
  /** Combinations as `cleanCombination` writes them. */
  readonly keys: readonly string[];
  readonly label: MessageKey;
  readonly group: ShortcutGroup;
  readonly in: readonly ShortcutPlace[];
  readonly needs?: ShortcutNeed;
  /** A host cannot give it other keys: how one moves belongs to the pattern that screen readers know. */
  readonly fixed?: true;
}

const BOTH = ['tiles', 'viewer'] as const;
const LISTS = ['tiles', 'cards'] as const;
const ALL = ['tiles', 'cards', 'viewer'] as const;
const EVERYWHERE = [...ALL, 'app'] as const;

const rating = <T extends 0 | 1 | 2 | 3 | 4 | 5>(stars: T) =>
  ({
    id: `rate${stars}`,
    keys: [`${stars}`],
    label: `shortcut.rate${stars}`,
    group: 'judge',
    in: BOTH,
    needs: 'annotate',
  }) as const;

/** Every key of tiles, cards and viewer: what acts on them and the sheet that shows them are both made from this. */
export const SHORTCUTS = [
  { id: 'star', keys: ['s'], label: 'shortcut.star', group: 'judge', in: BOTH, needs: 'annotate' },
  rating(1),
  rating(2),
  rating(3),
  rating(4),
  rating(5),
  rating(0),
  { id: 'pick', keys: ['p'], label: 'shortcut.pick', group: 'judge', in: BOTH, needs: 'annotate' },
  { id: 'reject', keys: ['x'], label: 'shortcut.reject', group: 'judge', in: BOTH, needs: 'annotate' },
  { id: 'unflag', keys: ['u'], label: 'shortcut.unflag', group: 'judge', in: BOTH, needs: 'annotate' },
  { id: 'archive', keys: ['e', 'delete'], label: 'shortcut.archive', group: 'act', in: ALL, needs: 'archive' },
  { id: 'keepLeft', keys: ['g'], label: 'shortcut.keepLeft', group: 'judge', in: ['viewer'] },
  { id: 'keepRight', keys: ['h'], label: 'shortcut.keepRight', group: 'judge', in: ['viewer'] },
  { id: 'open', keys: ['enter'], label: 'shortcut.open', group: 'act', in: LISTS, fixed: true },
  { id: 'menu', keys: ['m'], label: 'shortcut.menu', group: 'act', in: LISTS },
  {
    id: 'menuKey',
    keys: ['contextmenu', 'shift+f10'],
    label: 'shortcut.menu',
    group: 'act',
    in: ['tiles'],
    fixed: true,
  },
  {
    id: 'rename',
    keys: ['f2'],
    label: 'shortcut.rename',
    group: 'act',
    in: ['cards'],
    needs: 'rename',
    fixed: true,
  },
  { id: 'regenerate', keys: ['r'], label: 'shortcut.regenerate', group: 'act', in: ['viewer'], needs: 'generate' },
  { id: 'remix', keys: ['m'], label: 'shortcut.remix', group: 'act', in: ['viewer'], needs: 'generate' },
  { id: 'download', keys: ['d'], label: 'shortcut.download', group: 'act', in: ['viewer'] },
  { id: 'copyPrompt', keys: ['c'], label: 'shortcut.copyPrompt', group: 'act', in: ['viewer'] },
  { id: 'compare', keys: ['v'], label: 'shortcut.compare', group: 'act', in: BOTH },
  { id: 'play', keys: ['k'], label: 'shortcut.play', group: 'act', in: BOTH },
  { id: 'playHere', keys: ['space'], label: 'shortcut.play', group: 'act', in: ['viewer'], fixed: true },
  { id: 'seekBack', keys: ['j'], label: 'shortcut.seekBack', group: 'play', in: ['viewer'], needs: 'play' },
  { id: 'seekOn', keys: ['l'], label: 'shortcut.seekOn', group: 'play', in: ['viewer'], needs: 'play' },
  { id: 'frameBack', keys: [','], label: 'shortcut.frameBack', group: 'play', in: ['viewer'], needs: 'film' },
  { id: 'frameOn', keys: ['.'], label: 'shortcut.frameOn', group: 'play', in: ['viewer'], needs: 'film' },
  { id: 'slower', keys: ['<'], label: 'shortcut.slower', group: 'play', in: ['viewer'], needs: 'play' },
  { id: 'faster', keys: ['>'], label: 'shortcut.faster', group: 'play', in: ['viewer'], needs: 'play' },
  { id: 'loop', keys: ['shift+l'], label: 'shortcut.loop', group: 'play', in: ['viewer'], needs: 'play' },
  { id: 'mute', keys: ['shift+m'], label: 'shortcut.mute', group: 'play', in: ['viewer'], needs: 'play' },
  { id: 'captions', keys: ['shift+c'], label: 'shortcut.captions', group: 'play', in: ['viewer'], needs: 'captions' },
  { id: 'fullScreen', keys: ['f'], label: 'shortcut.fullScreen', group: 'play', in: ['viewer'], needs: 'film' },
  { id: 'undo', keys: ['mod+z'], label: 'shortcut.undo', group: 'act', in: EVERYWHERE, needs: 'change' },
  {
    id: 'redo',
    keys: ['mod+shift+z', 'ctrl+y'],
    label: 'shortcut.redo',
    group: 'act',
    in: EVERYWHERE,
    needs: 'change',
  },
  {
    id: 'move',
    keys: ['arrowleft', 'arrowright', 'arrowup', 'arrowdown'],
    label: 'shortcut.move',
    group: 'move',
    in: LISTS,
    fixed: true,
  },
  { id: 'ends', keys: ['home', 'end'], label: 'shortcut.ends', group: 'move', in: ['tiles'], fixed: true },
  {
    id: 'list',
    keys: ['mod+home', 'mod+end'],
    label: 'shortcut.list',
    group: 'move',
    in: ['tiles'],
    fixed: true,
  },
  { id: 'cardEnds', keys: ['home', 'end'], label: 'shortcut.list', group: 'move', in: ['cards'], fixed: true },
  { id: 'page', keys: ['pageup', 'pagedown'], label: 'shortcut.page', group: 'move', in: LISTS, fixed: true },
  {
    id: 'month',
    keys: ['alt+pageup', 'alt+pagedown'],
    label: 'shortcut.month',
    group: 'move',
    in: ['tiles'],
    needs: 'time',
    fixed: true,
  },
  {
    id: 'year',
    keys: ['alt+shift+pageup', 'alt+shift+pagedown'],
    label: 'shortcut.year',
    group: 'move',
    in: ['tiles'],
    needs: 'time',
    fixed: true,
  },
  {
    id: 'session',
    keys: ['alt+shift+arrowup', 'alt+shift+arrowdown'],
    label: 'shortcut.session',
    group: 'move',
    in: ['tiles'],
    needs: 'time',
    fixed: true,
  },
  { id: 'buttons', keys: ['f2'], label: 'shortcut.buttons', group: 'move', in: ['tiles'], fixed: true },
  {
    id: 'turn',
    keys: ['arrowleft', 'arrowright'],
    label: 'shortcut.turn',
    group: 'move',
    in: ['viewer'],
    fixed: true,
  },
  { id: 'siblings', keys: ['home', 'end'], label: 'shortcut.siblings', group: 'move', in: ['viewer'], fixed: true },
  {
    id: 'across',
    keys: ['arrowup', 'arrowdown', 'pageup', 'pagedown'],
    label: 'shortcut.across',
    group: 'move',
    in: ['viewer'],
    fixed: true,
  },
  { id: 'strip', keys: ['t'], label: 'shortcut.strip', group: 'move', in: ['viewer'] },
  { id: 'slideshow', keys: ['shift+s'], label: 'shortcut.slideshow', group: 'move', in: ['viewer'] },
  { id: 'details', keys: ['i'], label: 'shortcut.details', group: 'move', in: ['viewer'] },
  { id: 'zoomIn', keys: ['+', '='], label: 'shortcut.zoomIn', group: 'zoom', in: ['viewer'] },
  { id: 'zoomOut', keys: ['-'], label: 'shortcut.zoomOut', group: 'zoom', in: ['viewer'] },
  { id: 'zoomToggle', keys: ['z'], label: 'shortcut.zoomToggle', group: 'zoom', in: ['viewer'] },
  { id: 'zoomFill', keys: ['shift+z'], label: 'shortcut.zoomFill', group: 'zoom', in: ['viewer'] },
  {
    id: 'pan',
    keys: ['shift+arrowleft', 'shift+arrowright', 'shift+arrowup', 'shift+arrowdown'],
    label: 'shortcut.pan',
    group: 'zoom',
    in: ['viewer'],
    fixed: true,
  },
  { id: 'close', keys: ['escape'], label: 'shortcut.close', group: 'move', in: ['viewer'], fixed: true },
  {
    id: 'select',
    keys: ['space'],
    label: 'shortcut.select',
    group: 'select',
    in: LISTS,
    needs: 'select',
    fixed: true,
  },
  {
    id: 'selectTo',
    keys: ['shift+space', 'shift+arrowleft', 'shift+arrowright', 'shift+arrowup', 'shift+arrowdown'],
    label: 'shortcut.selectTo',
    group: 'select',
    in: LISTS,
    needs: 'select',
    fixed: true,
  },
  {
    id: 'selectAll',
    keys: ['mod+a'],
    label: 'shortcut.selectAll',
    group: 'select',
    in: LISTS,
    needs: 'select',
    fixed: true,
  },
  {
    id: 'selectNone',
    keys: ['escape'],
    label: 'shortcut.selectNone',
    group: 'select',
    in: LISTS,
    needs: 'select',
    fixed: true,
  },
  { id: 'help', keys: ['?'], label: 'shortcut.help', group: 'help', in: ALL },
] as const satisfies readonly Entry[];

/** What a key does, by name. */
export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

type FixedId = Extract<(typeof SHORTCUTS)[number], { fixed: true }>['id'];

/** One line of the registry. */
export interface Shortcut extends Entry {
  readonly id: ShortcutId;
}

/**
 * Other keys than those that come with the elements, by shortcut: a combination such as `'g'` or `'mod+shift+u'` (`mod`
 * is Ctrl, on a Mac Cmd), several, or `null` for none.
 */
export type Shortcuts = Readonly<Partial<Record<Exclude<ShortcutId, FixedId>, string | readonly string[] | null>>>;

/** The shortcuts of a place. */
export const shortcutsIn = (place: ShortcutPlace): readonly Shortcut[] =>
  (SHORTCUTS as readonly Shortcut[]).filter((shortcut) => shortcut.in.includes(place));
