import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const colour = '/#[0-9a-fA-F]{3,8}\\b|\\b(rgb|rgba|hsl|hsla|oklch)\\(/';

const noRawColours = {
  selector: `Literal[value=${colour}], TemplateElement[value.raw=${colour}]`,
  message: 'Colours come from the tokens in src/theme, never from a component.',
};
const noLiteralText = [
  {
    selector: 'JSXText[value=/\\p{L}/u]',
    message: 'Texts live in src/locales, so that they can be translated.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(label|title|alt|placeholder|description|caption|aria-label|aria-description)$/] > Literal[value=/\\p{L}/u]',
    message: 'Texts live in src/locales, so that they can be translated.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'target', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A scrolling table must be reachable by keyboard, which is what a focusable region is for.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['group', 'tabpanel'], tags: [] }],
      // Cells that are stacked on a narrow screen lose their implicit role with their display.
      'jsx-a11y/no-redundant-roles': 'off',
      'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
      'no-restricted-syntax': [
        'error',
        noRawColours,
        ...noLiteralText,
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Text is rendered as text.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'react-router',
              importNames: ['Link', 'NavLink', 'useNavigate'],
              message: 'Use AppLink and useAppNavigate: they carry the scope.',
            },
          ],
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/theme/**', 'src/**/*.test.{ts,tsx}', 'src/test/**'],
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' },
  },
  {
    // The one place that adds the scope to them.
    files: ['src/components/AppLink.tsx'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['scripts/**', 'public/**', '*.config.*', 'browser/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        localStorage: 'readonly',
        matchMedia: 'readonly',
        document: 'readonly',
        window: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
