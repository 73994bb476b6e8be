import { addStrings } from '@/app/i18n';
import strings from './en/admin.json';

addStrings(strings);
