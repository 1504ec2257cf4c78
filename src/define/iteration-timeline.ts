import { IterationTimeline } from '../elements/iteration-timeline/iteration-timeline-element.js';
import { safeDefine } from './safe-define.js';

safeDefine('iteration-timeline', IterationTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'iteration-timeline': IterationTimeline;
  }
}
