// Shapes of Lucide (https://lucide.dev), each as one path on a grid of 24. ISC License, Copyright (c) Lucide Icons and
// Contributors; those derived from Feather: MIT License, Copyright (c) 2013-present Cole Bemis. See LICENSE-third-party.
// One file each, so that a page loads the shapes it shows. Those that nothing shows at first are not in this list, but are
// imported from their files: what is listed here comes with the first that is used.

export { alert } from './icons/alert.js';
export { archive } from './icons/archive.js';
export { arrowUp } from './icons/arrow-up.js';
export { audio } from './icons/audio.js';
export { check } from './icons/check.js';
export { chevronDown } from './icons/chevron-down.js';
export { chevronLeft } from './icons/chevron-left.js';
export { chevronRight } from './icons/chevron-right.js';
export { close } from './icons/close.js';
export { copy } from './icons/copy.js';
export { download } from './icons/download.js';
export { file } from './icons/file.js';
export { folder } from './icons/folder.js';
export { grid } from './icons/grid.js';
export { image } from './icons/image.js';
export { imagine } from './icons/imagine.js';
export { info } from './icons/info.js';
export { invert } from './icons/invert.js';
export { justified } from './icons/justified.js';
export { link } from './icons/link.js';
export { list } from './icons/list.js';
export { maximize } from './icons/maximize.js';
export { more } from './icons/more.js';
export { move } from './icons/move.js';
export { offline } from './icons/offline.js';
export { pause } from './icons/pause.js';
export { pencil } from './icons/pencil.js';
export { play } from './icons/play.js';
export { plus } from './icons/plus.js';
export { regenerate } from './icons/regenerate.js';
export { remix } from './icons/remix.js';
export { sessions } from './icons/sessions.js';
export { star } from './icons/star.js';
export { stop } from './icons/stop.js';
export { timeline } from './icons/timeline.js';
export { unarchive } from './icons/unarchive.js';
export { undo } from './icons/undo.js';
export { video } from './icons/video.js';
