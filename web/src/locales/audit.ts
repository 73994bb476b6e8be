import { addStrings } from '@/app/i18n';
import strings from './en/audit.json';

addStrings(strings);
