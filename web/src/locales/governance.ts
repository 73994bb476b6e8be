import { addStrings } from '@/app/i18n';
import strings from './en/governance.json';

addStrings(strings);
