import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import '../src/define.js';
import { endStoryBackends } from '../stories/support/backends.js';
import { framed } from '../stories/support/framed.js';
import { comesToRest } from '../stories/support/settled.js';
import './preview.css';

// Written by `npm run analyze`: the stories also run where it has not been.
const [manifest] = Object.values(
  import.meta.glob<unknown>('../custom-elements.json', { eager: true, import: 'default' }),
);
if (manifest !== undefined) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Colour scheme of the canvas',
      toolbar: {
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
  },
  // What the manifest lists is shown; only what a person can write gets a control.
  argTypesEnhancers: [
    ({ argTypes, initialArgs }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => {
          const category = type.table?.category;
          const isSimple = ['string', 'number', 'boolean', 'enum'].includes(type.type?.name ?? '');
          const isField = category === undefined || category === 'attributes' || category === 'properties';
          return [name, name in initialArgs || (isField && isSimple) ? type : { ...type, control: false }];
        }),
      ),
  ],
  initialGlobals: { theme: 'light' },
  // Before axe looks at the story: hooks of this kind run from the last to the first.
  afterEach: comesToRest,
  parameters: {
    options: { storySort: { order: ['Introduction', 'Adapter guide', 'Theming', 'Elements', 'Recipes'] } },
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
  },
  beforeEach:
    ({ id }) =>
    () =>
      endStoryBackends(id),
  decorators: [
    (story, { globals }) => {
      document.documentElement.style.colorScheme = globals['theme'] === 'dark' ? 'dark' : 'light';
      return story();
    },
    framed,
  ],
};
export default preview;
