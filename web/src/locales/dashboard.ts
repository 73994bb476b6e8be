import { addStrings } from '@/app/i18n';
import strings from './en/dashboard.json';

addStrings(strings);
