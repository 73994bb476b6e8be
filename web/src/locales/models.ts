import { addStrings } from '@/app/i18n';
import strings from './en/models.json';

addStrings(strings);
