// House rules that no published ESLint plugin has. Each is proved by test/package/lint-rules.test.ts.

const TEMPLATE_TAGS = new Set(['html', 'svg', 'mathml']);

/** `style=` but not `.style=`, `data-style=` or `style-x=`. */
const STYLE_ATTRIBUTE = /(?<![.\w-])style\s*=/i;
const HTML_PROPERTY = /\.(?:innerHTML|outerHTML|srcdoc)\s*=/i;

const templateRule = (pattern, message) => ({
  meta: { type: 'problem', schema: [], messages: { banned: message } },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || !TEMPLATE_TAGS.has(node.tag.name)) return;
      for (const quasi of node.quasi.quasis) {
        if (pattern.test(quasi.value.raw)) context.report({ node: quasi, messageId: 'banned' });
      }
    },
  }),
});

export const houseRules = {
  meta: { name: 'house' },
  rules: {
    'no-style-attribute': templateRule(
      STYLE_ATTRIBUTE,
      'A strict style-src blocks style attributes, in Firefox even static ones: write through el.style in updated().',
    ),
    'no-html-property-binding': templateRule(HTML_PROPERTY, 'Bind text, not markup.'),
  },
};
