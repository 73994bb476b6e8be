import { addStrings } from '@/app/i18n';
import strings from './en/pages.json';

addStrings(strings);
