/**
 * What the hub answers and takes, by the names that the pages use. The types are made from the hub's own document (`npm run api`); here they
 * are only named, and enumerations listed in their order.
 */
import type { components } from './schema';

type Schemas = components['schemas'];

/** A list that has every value of an enumeration: one that is missing, or that the hub does not know, is an error here. */
function every<T extends string>() {
  return <const L extends readonly T[]>(list: [T] extends [L[number]] ? L : never): L => list;
}

export const environments = every<Environment>()(['dev', 'test', 'staging', 'prod']);
export const riskLevels = every<RiskLevel>()(['unclassified', 'minimal', 'limited', 'high', 'unacceptable']);
export const complianceStatuses = every<ComplianceStatus>()(['draft', 'under_review', 'approved', 'retired']);
export const dataSensitivities = every<DataSensitivity>()(['public', 'internal', 'pii', 'phi', 'pci']);
export const dataClassifications = every<DataClassification>()([
  'public',
  'internal',
  'confidential',
  'restricted',
]);
export const datasetTypes = every<DatasetType>()(['training', 'validation', 'test', 'inference']);
export const dependencyTypes = every<DependencyType>()([
  'fine_tuned_from',
  'ensemble_component_of',
  'distilled_from',
  'derived_from',
]);
export const roles = every<Role>()(['admin', 'compliance_officer', 'model_owner', 'auditor']);
export const policyScopes = every<PolicyScope>()(['global', 'organization', 'environment']);
export const policyModes = every<PolicyMode>()(['enforce', 'warn']);
export const conditionTypes = every<ConditionType>()([
  'require_evaluation_before_approval',
  'block_high_risk_without_approval',
  'require_review_for_high_risk',
  'prohibit_unacceptable_risk',
]);

export type Environment = Schemas['Environment'];
export type RiskLevel = Schemas['RiskLevel'];
export type ComplianceStatus = Schemas['ComplianceStatus'];
export type DataSensitivity = Schemas['DataSensitivity'];
export type DataClassification = Schemas['DataClassification'];
export type DatasetType = Schemas['DatasetType'];
export type DependencyType = Schemas['DependencyType'];
export type Role = Schemas['Role'];
export type PolicyScope = Schemas['PolicyScope'];
export type PolicyMode = Schemas['PolicyMode'];
export type ConditionType = Schemas['ConditionType'];
export type Verdict = Schemas['Verdict'];
export type ReviewOutcome = Schemas['ReviewOutcome'];
export type SavedViewPage = Schemas['SavedViewPage'];
export type AuditBucket = Schemas['AuditHistogramBucket'];

/** The document says that these are texts; these are the ones that pages know. */
export type ModelAction =
  | 'update'
  | 'update_risk_profile'
  | 'register_version'
  | 'record_metric'
  | 'link_dataset'
  | 'add_dependency'
  | 'submit_for_review'
  | 'review'
  | 'approve'
  | 'return_to_draft'
  | 'retire';

export type Permission =
  | 'read'
  | 'tokens:own'
  | 'registry:write'
  | 'models:submit'
  | 'models:decide'
  | 'policies:write'
  | 'organization:admin';

export type Session = Schemas['Session'];
export type User = Schemas['User'];
export type Person = Schemas['Person'];
export type Me = Omit<Schemas['Me'], 'permissions'> & { permissions: Permission[] };
export type SavedView = Schemas['SavedView'];

export type Model = Omit<Schemas['Model'], 'allowed_actions'> & { allowed_actions: ModelAction[] };
export type ModelFacets = Schemas['ModelFacets'];
export type NewModel = Schemas['RegisterModel'];
export type ModelPatch = Schemas['ChangeModel'];
export type RiskProfilePatch = Schemas['ChangeRiskProfile'];
export type StatusChange = Schemas['ChangeComplianceStatus'];
export type StatusChanged = Model & { warnings?: Finding[] };

export type Facts = Schemas['Facts'];
export type PolicyEvaluation = Schemas['PolicyEvaluation'];
export type TransitionAssessment = Schemas['TransitionAssessment'];

/** One policy's objection: as a refusal or a warning carries it, or, with more, as the event recorded it. */
export type Finding = Schemas['Objection'] & { violation_id?: number; required?: string; actual?: string };

export type Version = Schemas['Version'];
export type Metric = Schemas['Metric'];
export type Review = Schemas['Review'];
export type Dataset = Schemas['Dataset'];
export type DatasetLink = Schemas['Link'];
export type LinkedModel = Schemas['LinkedModel'];
export type Dependency = Schemas['Dependency'];
export type Lineage = Schemas['Lineage'];

export type Policy = Schemas['Policy'];
export type PolicyImpact = Schemas['PolicyImpact'];
export type PolicyImpactModel = Schemas['PolicyImpactModel'];
export type Violation = Schemas['Violation'];

export type AuditEntry = Schemas['AuditEntry'];
export type AuditHistogram = Schemas['AuditHistogram'];

/** One field that an event changed; it is in the details of entries, of which the document says nothing. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

export type Organization = Schemas['Organization'];
export type ApiToken = Schemas['ApiToken'];
export type NewApiToken = Schemas['CreatedApiToken'];
export type DashboardStats = Schemas['DashboardStats'];
export type DashboardDay = Schemas['DashboardDay'];
export type Health = Schemas['Health'];
