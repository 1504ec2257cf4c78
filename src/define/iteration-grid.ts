import { IterationGrid } from '../elements/iteration-grid/iteration-grid-element.js';
import { safeDefine } from './safe-define.js';

safeDefine('iteration-grid', IterationGrid);

declare global {
  interface HTMLElementTagNameMap {
    'iteration-grid': IterationGrid;
  }
}
